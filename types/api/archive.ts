/** CB-09: quality archives the closed forms of a month. */
import * as z from 'zod/mini';
import { command } from '../contract';
import { ComplaintId, EstateId } from '../ids';

export const ARCHIVE_PROCEDURES = {
  archiveMonth: command({
    does: 'Archives what an estate closed in a month, a page at a time; repeating it goes on where it stopped',
    who: ['quality'],
    input: z.object({
      estateId: EstateId,
      month: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '请按“2026-10”的格式填写月份')),
      cursor: z.optional(z.string().check(z.maxLength(300))),
    }),
    output: z.object({
      archived: z.int(),
      /** Of this page: what can't be archived yet, and why. */
      left: z.array(z.object({ id: ComplaintId, number: z.string(), why: z.string() })),
      /** Ask again with it for the next page; null when the month is done. */
      cursor: z.nullable(z.string()),
    }),
    errors: ['notAllowed', 'notFound'],
  }),
} as const;
