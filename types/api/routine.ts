import * as z from 'zod/mini';
import { command, DESK, query, ROUTINE_READERS, STAFF } from '../contract';
import { CommandId, EstateId, Instant, RoutineId } from '../ids';
import { optionalWords, words } from '../text';
import { NumberedComplaint, page } from '../views';

export const RoutineView = z.object({
  id: RoutineId,
  version: z.int(),
  estateId: EstateId,
  estateName: z.string(),
  /** The day in the estate's zone, `2026-11-21`. */
  day: z.string(),
  dueAt: Instant,
  /** Missed: opened after it was due, or still to be opened. */
  late: z.boolean(),
  opened: z.nullable(z.object({ at: Instant, by: z.string(), letters: z.int(), note: z.string() })),
  /** The complaints that its letters became. */
  entered: z.array(NumberedComplaint),
  /** Letters without a complaint; below 0: more complaints than letters. 0 once explained. */
  missing: z.int(),
  /** By when they are to be recorded or the difference explained (RG-01); null when nothing is missing. */
  lettersDueAt: z.nullable(Instant),
  explained: z.nullable(z.object({ at: Instant, by: z.string(), note: z.string() })),
  mayOpen: z.boolean(),
  mayExplain: z.boolean(),
});
export type RoutineView = z.infer<typeof RoutineView>;

export const ROUTINE_PROCEDURES = {
  openRoutines: query({
    does: 'Suggestion boxes that the person has still to open, or whose letters are not all recorded, the oldest day first (IN-04)',
    who: STAFF,
    input: z.object({}),
    output: z.object({ items: z.array(RoutineView) }),
  }),
  routines: query({
    does: 'The suggestion box of an estate day by day, newest first: who opened it, when, what was in it',
    who: ROUTINE_READERS,
    input: z.object({ estateId: EstateId, cursor: z.optional(z.string().check(z.maxLength(300))) }),
    output: page(RoutineView),
    errors: ['notFound'],
  }),
  explainLetters: command({
    does: 'Why not every letter found in the box became a complaint of its own (IN-04)',
    who: DESK,
    input: z.object({
      commandId: CommandId,
      routineId: RoutineId,
      version: z.optional(z.int()),
      note: words('差额说明', 2, 500),
    }),
    output: RoutineView,
    errors: ['notFound', 'notAllowed', 'notInThisState', 'changedMeanwhile', 'alreadyDone'],
  }),
  openBox: command({
    does: 'Records that the suggestion box was opened and how many letters were in it, none included (IN-04)',
    who: DESK,
    input: z.object({
      commandId: CommandId,
      routineId: RoutineId,
      version: z.optional(z.int()),
      letters: z
        .int({ error: '请填写信件数' })
        .check(z.gte(0, { error: '信件数不能为负数' }), z.lte(500, { error: '信件数最多 500' })),
      note: optionalWords('备注', 500),
    }),
    output: RoutineView,
    errors: ['notFound', 'notAllowed', 'notInThisState', 'changedMeanwhile', 'alreadyDone'],
  }),
} as const;
