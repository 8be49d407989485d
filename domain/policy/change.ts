/** Changing what a company or an estate has set: pure, checked as the policy that would come of it (RP-09). */
import type { Policy } from './defaults';
import { mergePolicy, type PolicyOverride } from './merge';
import { settingAt, SETTINGS } from './settings';

/** A new value for one setting; without a value it falls back to what holds above: the company's, or the default. */
export interface SettingChange {
  path: string;
  value?: unknown;
}

/** What one change did to one setting. `undefined` where the owner had not set it, or doesn't any more. */
export interface SettingChanged {
  path: string;
  before?: unknown;
  after?: unknown;
}

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at a path; undefined when nothing stands there. */
export const valueAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), tree);

const withValue = (tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): Tree => {
  if (rest.length > 0) {
    const inner = withValue(isTree(tree[key]) ? tree[key] : {}, rest, value);
    return Object.keys(inner).length === 0 ? without(tree, key) : { ...tree, [key]: inner };
  }
  return value === undefined ? without(tree, key) : { ...tree, [key]: value };
};
const without = (tree: Tree, key: string): Tree => Object.fromEntries(Object.entries(tree).filter(([k]) => k !== key));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export type Changed =
  | { ok: true; override: PolicyOverride; changes: SettingChanged[] }
  | { ok: false; fields: Record<string, string> };

/**
 * The owner's next version.
 * @param check the policies that would hold with it: the owner's own, and of every estate below; refusals by field
 */
export function changeOverride(
  before: PolicyOverride | undefined,
  changes: readonly SettingChange[],
  check: (override: PolicyOverride) => Record<string, string>,
): Changed {
  const strange = changes.filter(({ path }) => settingAt(path) === undefined);
  if (strange.length > 0)
    return { ok: false, fields: Object.fromEntries(strange.map((c) => [c.path, '没有这项设置'])) };
  const { version, ...old } = before ?? { version: 0 };
  const tree = changes.reduce<Tree>((sum, { path, value }) => withValue(sum, path.split('.'), value), old);
  // Typed by the check that follows: the schema of the policy looks at every value.
  const override = { ...tree, version: version + 1 } as PolicyOverride;
  const changed = changes.flatMap(({ path }): SettingChanged[] => {
    const [was, is] = [valueAt(old, path), valueAt(tree, path)];
    return same(was, is)
      ? []
      : [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
  const fields = check(override);
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  if (changed.length === 0) return { ok: false, fields: { changes: '没有任何修改' } };
  return { ok: true, override, changes: changed };
}

/** An estate whose own changes must go together with a company's. */
export interface EstateBelow {
  name: string;
  override: PolicyOverride;
}

/** What is wrong with a company's change, also where it doesn't go together with what an estate has set itself. */
export function problemsOfCompany(
  base: Policy,
  company: PolicyOverride,
  estates: readonly EstateBelow[],
): Record<string, string> {
  const alone = mergePolicy(base, company);
  if (!alone.ok) return alone.fields;
  for (const { name, override } of estates) {
    const merged = mergePolicy(base, company, override);
    if (!merged.ok)
      return Object.fromEntries(
        Object.entries(merged.fields).map(([field, why]) => [field, `与“${name}”的设置冲突：${why}`]),
      );
  }
  return {};
}

export type Origin = 'default' | 'company' | 'estate';

export interface SettingInForce {
  path: string;
  value?: unknown;
  /** Whose value it is. */
  from: Origin;
  /** What would hold if the owner looked at had not set it. */
  above?: unknown;
}

/** Every setting that holds, and where it comes from. Without an estate: for the company. */
export function settingsInForce(
  base: Policy,
  company: PolicyOverride | undefined,
  estate: PolicyOverride | 'none' | undefined,
): SettingInForce[] {
  return SETTINGS.map(({ path }) => {
    const byDefault = valueAt(base, path);
    const byCompany = valueAt(company, path);
    const byEstate = estate === 'none' ? undefined : valueAt(estate, path);
    // `null` is a value: “as on the weekday”.
    const ofCompany = byCompany === undefined ? byDefault : byCompany;
    const above = estate === 'none' ? byDefault : ofCompany;
    const from: Origin = byEstate !== undefined ? 'estate' : byCompany !== undefined ? 'company' : 'default';
    const value = byEstate === undefined ? ofCompany : byEstate;
    return { path, from, ...(value === undefined ? {} : { value }), ...(above === undefined ? {} : { above }) };
  });
}
