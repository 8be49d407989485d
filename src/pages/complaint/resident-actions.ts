import type { Instant } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';

const RESIDENT_COMMANDS = ['answerSurvey', 'reopen', 'urge', 'addWords', 'withdraw'] as const;
export type ResidentCommand = (typeof RESIDENT_COMMANDS)[number];

/** How many buttons stand beside each other before the rest goes behind 更多. */
const IN_SIGHT = 2;

/** What the person may do with their own complaint, most natural first; whether they may is the server's word. */
export function residentActions(
  view: Pick<ComplaintView, 'actions' | 'waiting'> & Ending,
  now: Instant,
): ResidentCommand[] {
  if (!view.mine) return [];
  const possible = RESIDENT_COMMANDS.filter((command) => view.actions.includes(command)).filter(
    (command) => command !== 'reopen' || !mayFileAgain(view, now),
  );
  if (view.waiting === null || !possible.includes('addWords')) return possible;
  // They are waited for: to answer is what is natural now (CK-05).
  return ['addWords', ...possible.filter((command) => command !== 'addWords')];
}

type Ending = Pick<ComplaintView, 'mine' | 'reopenUntil'>;

/** IF-03: once it can't be opened again, the way on is a new complaint that is linked to it. */
export const mayFileAgain = ({ mine, reopenUntil }: Ending, now: Instant): boolean =>
  mine && reopenUntil !== null && now > reopenUntil;

/** What ends the matter is never in sight: nobody withdraws by a slip of the thumb. */
export function arrange(actions: readonly ResidentCommand[]): {
  inSight: ResidentCommand[];
  behind: ResidentCommand[];
} {
  const inSight = actions.filter((command) => command !== 'withdraw').slice(0, IN_SIGHT);
  return { inSight: [...inSight], behind: actions.filter((command) => !inSight.some((shown) => shown === command)) };
}
