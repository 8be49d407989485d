import { changeOverride, problemsOfCompany, settingsInForce, valueAt } from './change';
import { DEFAULT_POLICY } from './defaults';
import { mergePolicy, type PolicyOverride } from './merge';
import { SETTINGS, settingOfField } from './settings';

const fine = () => ({});
const asCompany = (override: PolicyOverride) => {
  const merged = mergePolicy(DEFAULT_POLICY, override);
  return merged.ok ? {} : merged.fields;
};

const DURATION_UNITS = ['minutes', 'serviceMinutes', 'endOfDay', 'days', 'workingDays', 'months'];
const leaves = (tree: object, path: string): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value !== 'object' || value === null || Array.isArray(value) || DURATION_UNITS.some((unit) => unit in value)
      ? [`${path}${key}`]
      : leaves(value, `${path}${key}.`),
  );

test('[RP-09] every number of the policy can be read and changed by people, each once, with its source', () => {
  // A reason is there only when one is needed.
  const numbers = [...leaves(DEFAULT_POLICY, '').filter((path) => path !== 'version'), 'callback.lowerShareReason'];
  expect(SETTINGS.map(({ path }) => path).sort()).toEqual(numbers.sort());
  expect(SETTINGS.filter(({ source }) => !/（[A-Z]{2}-\d\d/.test(source))).toEqual([]);
});

describe('changing an override', () => {
  test('sets, replaces and takes back; the version counts the changes', () => {
    const first = changeOverride(undefined, [{ path: 'times.signing', value: { minutes: 20 } }], fine);
    if (!first.ok) throw new Error('refused');
    expect(first.override).toEqual({ version: 1, times: { signing: { minutes: 20 } } });
    const second = changeOverride(
      first.override,
      [{ path: 'times.signing' }, { path: 'callback.attempts', value: 4 }],
      fine,
    );
    if (!second.ok) throw new Error('refused');
    // Nothing of a group is left when its last setting is taken back.
    expect(second.override).toEqual({ version: 2, callback: { attempts: 4 } });
    expect(second.changes).toEqual([
      { path: 'times.signing', before: { minutes: 20 } },
      { path: 'callback.attempts', after: 4 },
    ]);
  });

  test('refuses what changes nothing, and what makes no sense, by field', () => {
    expect(changeOverride(undefined, [{ path: 'times.signing' }], fine)).toMatchObject({ ok: false });
    expect(changeOverride(undefined, [{ path: 'warning.atShare', value: 2 }], asCompany)).toEqual({
      ok: false,
      fields: { 'warning.atShare': '提醒点要小于 100%' },
    });
  });

  test('a company’s change must go together with what its estates have set', () => {
    const estate = { name: '翠湖花园', override: { version: 1, severity: { majorGroupPeople: 6 } } };
    expect(problemsOfCompany(DEFAULT_POLICY, { version: 1, severity: { hotGroupPeople: 8 } }, [estate])).toEqual({
      severity: '与“翠湖花园”的设置冲突：热点人数要少于重大人数',
    });
    expect(problemsOfCompany(DEFAULT_POLICY, { version: 1, severity: { hotGroupPeople: 5 } }, [estate])).toEqual({});
  });
});

test('[RP-09] each setting says whose value it is, and what would hold without it', () => {
  const company: PolicyOverride = { version: 1, serviceHours: { holiday: [] }, callback: { attempts: 5 } };
  const estate: PolicyOverride = { version: 1, serviceHours: { holiday: null }, callback: { attempts: 2 } };
  const at = (settings: ReturnType<typeof settingsInForce>, path: string) =>
    settings.find((setting) => setting.path === path);
  const inEstate = settingsInForce(DEFAULT_POLICY, company, estate);
  expect(at(inEstate, 'callback.attempts')).toEqual({ path: 'callback.attempts', from: 'estate', value: 2, above: 5 });
  // “As on the weekday” is a value of its own, not a missing one.
  expect(at(inEstate, 'serviceHours.holiday')).toMatchObject({ from: 'estate', value: null, above: [] });
  const ofCompany = settingsInForce(DEFAULT_POLICY, company, 'none');
  expect(at(ofCompany, 'callback.attempts')).toMatchObject({ from: 'company', value: 5, above: 3 });
  expect(at(ofCompany, 'times.signing')).toMatchObject({
    from: 'default',
    value: valueAt(DEFAULT_POLICY, 'times.signing'),
  });
});

test.each([
  ['times.signing.serviceMinutes', 'times.signing'],
  ['companyDays.3.name', 'companyDays'],
  ['severity', 'severity.hotGroupPeople'],
  ['callback.ordinaryShare', 'callback.ordinaryShare'],
])('what is wrong with %s is said at %s', (field, path) => {
  expect(settingOfField(field)?.path).toBe(path);
});
