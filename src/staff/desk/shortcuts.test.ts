import { describe, expect, test } from '@jest/globals';
import { SHORTCUTS, shortcutsOf } from './shortcuts';

describe('the ways from the desk', () => {
  test('have a letter each, and none that of the desk', () => {
    const keys = SHORTCUTS.map(({ key }) => key);
    expect(new Set([...keys, 'd']).size).toBe(keys.length + 1);
    expect(keys.filter((key) => !/^[a-z]$/.test(key))).toEqual([]);
  });

  test('are those of the posts one holds', () => {
    expect(shortcutsOf([{ role: 'handler' }]).map(({ page }) => page)).not.toContain('triage');
    expect(shortcutsOf([{ role: 'receptionist' }]).map(({ page }) => page)).toContain('triage');
  });
});
