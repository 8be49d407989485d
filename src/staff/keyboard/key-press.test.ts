import { describe, expect, test } from '@jest/globals';
import { keyReader } from './key-press';

const press = (key: string, more: { withModifier?: boolean; typing?: boolean; atMs?: number } = {}) => ({
  key,
  withModifier: false,
  typing: false,
  atMs: 0,
  ...more,
});

describe('a key', () => {
  test('moves in the list, searches, explains', () => {
    const read = keyReader();
    expect(['j', 'k', '/', '?', 'm', 'u', 'x', 'Enter'].map((key) => read(press(key)))).toEqual([
      ...['down', 'up', 'search', 'keys', 'main', 'back'],
      ...[null, null],
    ]);
  });

  test('after G is the letter of a page, also with Caps Lock; once, and not much later', () => {
    const read = keyReader();
    expect(read(press('g'))).toBeNull();
    expect(read(press('j', { atMs: 500 }))).toEqual({ page: 'j' });
    expect(read(press('j', { atMs: 600 }))).toBe('down');
    expect(read(press('G'))).toBeNull();
    expect(read(press('D', { atMs: 100 }))).toEqual({ page: 'd' });
    expect(read(press('g'))).toBeNull();
    expect(read(press('k', { atMs: 60_000 }))).toBe('up');
  });

  test('means nothing while typing or with Ctrl, and G before it is forgotten', () => {
    const read = keyReader();
    expect(read(press('j', { typing: true }))).toBeNull();
    expect(read(press('k', { withModifier: true }))).toBeNull();
    expect(read(press('g'))).toBeNull();
    expect(read(press('d', { typing: true, atMs: 10 }))).toBeNull();
    expect(read(press('d', { atMs: 20 }))).toBeNull();
  });
});
