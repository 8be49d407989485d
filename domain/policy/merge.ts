/** A policy as it holds for one estate: the defaults, changed by the company, changed by the estate. */
import type { Duration } from '../clock/duration';
import { type Policy, PolicySchema } from './defaults';
import { DEFAULTS_VERSION, policyVersion } from './version';

type Changes<T> = T extends Duration | readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Changes<T[K]> | undefined }
    : T;

/**
 * What a company or an estate has changed. Groups are merged field by field; durations and lists are replaced whole.
 * `version` counts its own changes, from 1.
 */
export type PolicyOverride = Changes<Omit<Policy, 'version'>> & { version: number };

export type MergedPolicy = { ok: true; policy: Policy } | { ok: false; fields: Record<string, string> };

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A duration has one key that names its unit, so two different ones must not be mixed into one. */
const DURATION_UNITS = new Set(['minutes', 'serviceMinutes', 'endOfDay', 'days', 'workingDays', 'months']);
const isDuration = (value: unknown): boolean =>
  isGroup(value) && Object.keys(value).some((key) => DURATION_UNITS.has(key));

const mergedGroup = (base: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> => {
  const result = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const old = base[key];
    if (value !== undefined)
      result[key] = isGroup(old) && isGroup(value) && !isDuration(old) ? mergedGroup(old, value) : value;
  }
  return result;
};

/** zod/mini carries no words of its own; these are for what has none in the schema. */
const FALLBACK: Record<string, string> = {
  unrecognized_keys: '没有这项设置',
  invalid_type: '填写的类型不正确',
  invalid_union: '时限写法不正确',
};

/**
 * The policy of an estate. Its version names the versions it was merged of, so that it says exactly which policy it is.
 * Refuses with a Chinese text per field (path with dots, e.g. `times.signing.serviceMinutes`) when a value makes no sense.
 */
export const mergePolicy = (base: Policy, company?: PolicyOverride, estate?: PolicyOverride): MergedPolicy => {
  const version = policyVersion({
    defaults: DEFAULTS_VERSION,
    company: company?.version ?? 0,
    estate: estate?.version ?? 0,
  });
  const parsed = PolicySchema.safeParse({ ...mergedGroup(mergedGroup(base, company ?? {}), estate ?? {}), version });
  if (parsed.success) return { ok: true, policy: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      const field = path.join('.');
      fields[field] ??= issue.message === 'Invalid input' ? (FALLBACK[issue.code] ?? '填写的内容有误') : issue.message;
    }
  }
  return { ok: false, fields };
};
