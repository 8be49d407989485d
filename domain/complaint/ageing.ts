/**
 * Age raises severity by itself (CK-04, 规程 3.2): counted from filing, never paused, until the result has passed review and
 * the resident was informed. A reopened complaint is unresolved again, still counted from filing. Each reason comes once in a
 * complaint's life: one that stands goes on standing when it is reopened, one that a supervisor struck stays struck.
 */
import type { Instant } from '../../types/ids';
import { GOING_ON_STATES, type State } from '../../types/vocabulary';
import { durationText, endText } from '../clock/describe';
import { type Calendar, dueAt, type Duration } from '../clock/duration';
import { epoch, instant } from '../clock/zone';
import type { DecideContext } from '../lifecycle/context';
import type { Policy } from '../policy/defaults';
import type { Complaint } from './complaint';
import type { Draft } from './draft';
import type { AgeStep } from './events';
import { carriesSeverity } from './severity';

const timesOf = ({ severity }: Policy): Record<AgeStep['code'], Duration> => ({
  'SV-21': severity.unresolvedImportant,
  'SV-13': severity.unresolvedHot,
  'SV-03': severity.unresolvedMajor,
});

const CODES = ['SV-21', 'SV-13', 'SV-03'] as const satisfies readonly AgeStep['code'][];

/** When a complaint filed now gets which reason, should it still be unresolved then. */
export const agesOf = (filedAt: Instant, policy: Policy, calendar: Calendar): AgeStep[] =>
  CODES.map((code) => ({ code, at: dueAt(filedAt, timesOf(policy)[code], calendar) }));

/** The rulebook's “unresolved”: it ends when the result has passed review and the resident was informed. */
const isUnresolved = ({ state, informed }: Complaint): boolean =>
  informed === null && (GOING_ON_STATES as readonly State[]).includes(state);

/** SV-03 is for valid complaints: not while the investigation says that it isn't. */
const mayHold = (code: AgeStep['code'], { investigation }: Complaint): boolean =>
  code !== 'SV-03' || investigation?.valid !== false;

/** Steps that lie ahead or have come due, and stand nowhere in the history. */
const openSteps = (complaint: Complaint): AgeStep[] =>
  carriesSeverity(complaint.kind) && isUnresolved(complaint)
    ? complaint.ages.filter(
        ({ code }) => mayHold(code, complaint) && !complaint.reasons.some((reason) => reason.code === code),
      )
    : [];

/** When its age raises it next; null when nothing is left to come. */
export const nextAgeAt = (complaint: Complaint): Instant | null =>
  openSteps(complaint)
    .map(({ at }) => at)
    .sort()[0] ?? null;

/** The steps that have come due and are not recorded yet. */
export const dueAges = (complaint: Complaint, now: Instant): AgeStep[] =>
  openSteps(complaint).filter(({ at }) => at <= now);

const later = (a: Instant, b: Instant): Instant => instant(Math.max(epoch(a), epoch(b)));

/** Records the reasons that its age has given it, each with the time from which it holds (CK-07). */
export function grown(draft: Draft, due: readonly AgeStep[], { policy, calendar }: DecideContext): void {
  const { events, filedAt } = draft.now;
  const unresolvedSince = events.filter((e) => e.type === 'reopened').at(-1)?.at ?? filedAt;
  for (const { code, at } of due) {
    const span = durationText(timesOf(policy)[code]).replace('内', '');
    draft.append('reasonAdded', {
      code,
      evidence: `${span}未解决（应于 ${endText(at, calendar)}）`,
      trueAt: later(at, unresolvedSince),
    });
  }
}
