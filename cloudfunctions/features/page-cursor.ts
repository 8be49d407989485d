/** Where a page ended: the value it is sorted by and the id. Opaque to clients, checked when it comes back. */
import { Refusal } from '../../types/errors';
import { _, type Where } from '../platform/operators';

export interface Position {
  value: string;
  id: string;
}

export const cursorAt = ({ value, id }: Position): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

/** @throws Refusal badInput when it isn't a cursor of ours */
export function positionOf(cursor: string): Position {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2 && typeof parsed[0] === 'string' && typeof parsed[1] === 'string')
      return { value: parsed[0], id: parsed[1] };
  } catch {
    // answered below
  }
  throw new Refusal('badInput', { fields: { cursor: '列表已更新，请刷新' } });
}

/** The condition for what follows a position in a list sorted by `field` and `_id`, both in the same direction. */
export const following = (field: string, direction: 1 | -1, cursor: string | undefined): Where => {
  if (cursor === undefined) return {};
  const { value, id } = positionOf(cursor);
  const beyond = direction === 1 ? _.gt : _.lt;
  return _.or([{ [field]: beyond(value) }, { [field]: value, _id: beyond(id) }]);
};
