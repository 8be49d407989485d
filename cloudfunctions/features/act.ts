/** One act of one actor: what tells a repetition from another act. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/people/actor';
import type { CommandId } from '../../types/ids';

/** The client's id belongs to the person who sent it; the system's own can't be chosen by anybody. */
export const actOf = (actor: Pick<Actor, 'id'>, commandId: CommandId): string =>
  `${actor.id === 'system' ? 'sys' : actor.id}.${commandId}`;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
};

/** 22 characters; the same for the same content, whatever the order of its fields. */
export const digestOf = (input: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest('base64url')
    .slice(0, 22);
