/** What is wrong with an input, per field, in words a person reads. */
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** zod/mini has no words of its own; schemas bring theirs where a better one is known. */
const explain = (issue: Issue): string => {
  if (issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? '请填写' : '填写的类型不正确';
    case 'too_small':
      return issue.origin === 'string'
        ? `至少 ${issue.minimum} 个字`
        : issue.origin === 'array'
          ? `至少 ${issue.minimum} 项`
          : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `不能超过 ${issue.maximum} 个字`
        : issue.origin === 'array'
          ? `不能超过 ${issue.maximum} 项`
          : `不能大于 ${issue.maximum}`;
    case 'invalid_value':
      return '没有这个选项';
    case 'unrecognized_keys':
      return '没有这一项';
    default:
      return '填写的内容有误';
  }
};

/** Field path with dots → why; the first reason of each field. An issue of the whole input has the path `input`. */
export const explainIssues = (issues: readonly Issue[]): Record<string, string> => {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) fields[path.map(String).join('.') || 'input'] ??= explain(issue);
  }
  return fields;
};

const DEEPEST = 12;

/**
 * Whether an input has keys that could reach into JavaScript or the database (`__proto__`, `$…`), or is nested deeper than
 * anything the product sends. Schemas drop unknown keys; this says no before anything else looks at them.
 */
export const isForeign = (input: unknown, depth = 0): boolean => {
  if (typeof input !== 'object' || input === null) return false;
  if (depth > DEEPEST) return true;
  if (Array.isArray(input)) return input.some((item) => isForeign(item, depth + 1));
  return Object.entries(input).some(
    ([key, value]) =>
      key.startsWith('$') ||
      key === '__proto__' ||
      key === 'constructor' ||
      key === 'prototype' ||
      isForeign(value, depth + 1),
  );
};
