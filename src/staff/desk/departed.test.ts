import { describe, expect, test } from '@jest/globals';
import { aCard } from './a-card';
import { departed, departedText } from './departed';

const nine = aCard('nine', '2026-11-21T09:00:00.000Z');
const ten = aCard('ten', '2026-11-21T10:00:00.000Z');
const eleven = aCard('eleven', '2026-11-21T11:00:00.000Z');

describe('duties that left the list', () => {
  test('are those a colleague dealt with, not those I did', () => {
    expect(departed([nine, ten, eleven], [eleven], new Set(['nine']), true)).toEqual([ten]);
  });

  test('below the reach of a shorter list are not taken for gone', () => {
    expect(departed([nine, ten, eleven], [nine], new Set(), false)).toEqual([]);
    expect(departed([nine, ten, eleven], [ten], new Set(), false)).toEqual([nine]);
  });

  test('are named: one by its number, several by how many', () => {
    expect(departedText([nine])).toBe('nine 已由同事处理');
    expect(departedText([nine, ten])).toBe('nine 等 2 件已由同事处理');
    expect(departedText([])).toBe('');
  });
});
