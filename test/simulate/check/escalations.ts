import type { Complaint } from '../../../domain/complaint/complaint';
import type { ClockKind } from '../../../types/vocabulary';
import { MINUTE } from '../times';
import type { Case, Evidence, Invariant } from './check';

/** CK-02 and DP-05 written down once more, apart from the product's table: who is told at 100 %, 200 %, 300 %. */
type Rung =
  | 'receptionist'
  | 'supervisor'
  | 'manager'
  | 'generalManager'
  | 'head'
  | 'handler'
  | 'patrol'
  | 'firstHearer';
const LADDER: Partial<Record<ClockKind, readonly Rung[]>> = {
  record: ['firstHearer', 'supervisor', 'manager', 'generalManager'],
  dispatch: ['receptionist', 'supervisor', 'manager', 'generalManager'],
  signing: ['head', 'supervisor', 'manager', 'generalManager'],
  resolution: ['handler', 'head', 'manager', 'generalManager'],
  planSignature: ['manager', 'generalManager'],
  plan: ['handler', 'head', 'manager', 'generalManager'],
  completion: ['handler', 'head', 'manager', 'generalManager'],
  review: ['receptionist', 'supervisor', 'manager', 'generalManager'],
  inform: ['receptionist', 'supervisor', 'manager', 'generalManager'],
  callback: ['patrol', 'supervisor', 'manager', 'generalManager'],
};

/** HD-07: that something can't be solved is reviewed by the manager, and nobody below hears of it. */
const DECLINED: readonly Rung[] = ['manager', 'generalManager'];

const ladderOf = (clock: ClockKind, { result }: Complaint): readonly Rung[] | undefined =>
  clock === 'review' && result?.outcome === 'declined' ? DECLINED : LADDER[clock];

/** DP-02: what stays a merged complaint's own; of all else its incident's leading one is chased. */
const OWN_WHILE_MERGED: ReadonlySet<ClockKind> = new Set(['managerNotice', 'generalManagerNotice', 'qualityNotice']);
const isChased = (clock: ClockKind, { state }: Complaint): boolean => state !== 'merged' || OWN_WHILE_MERGED.has(clock);

/** From an event to the telling of it; longer where functions die and the timer stands still. */
const TOLD_WITHIN_MINUTES = 3;
const TOLD_IN_THE_END_MINUTES = 40;

/** Whether somebody took over a post between the event and the telling of it: either may have been told then. */
export const changedHands = (at: number, { cast, mishaps, options }: Evidence): boolean =>
  cast.changedBetween(
    at - MINUTE,
    mishaps.afterOutage(at) + (options.faults ? TOLD_IN_THE_END_MINUTES : TOLD_WITHIN_MINUTES) * MINUTE,
  );

/** Everybody in the post on this complaint at that moment. */
export const holdersOf = (rung: string, complaint: Complaint, at: number, { cast }: Evidence): string[] => {
  const { estateId, departmentId, handlerId, firstContact } = complaint;
  switch (rung) {
    case 'handler':
      return handlerId === null ? [] : [handlerId];
    case 'firstHearer':
      return firstContact === null ? [] : [firstContact.personId];
    case 'head':
      return departmentId === null ? [] : cast.holders(`departmentHead@${departmentId}`, at);
    default:
      return [...new Set([...cast.holders(`${rung}@${estateId}`, at), ...cast.holders(`${rung}@*`, at)])];
  }
};

const rightPerson =
  (evidence: Evidence) =>
  (one: Case): string[] =>
    one.steps.flatMap(({ event, after }) => {
      if (event.type !== 'clockMissed') return [];
      const { clock, level } = event.data;
      const ladder = ladderOf(clock, after);
      const at = Date.parse(event.at);
      if (ladder === undefined || changedHands(at, evidence)) return [];
      const rungs = ladder.slice(Math.min(level, ladder.length - 1));
      const expected = isChased(clock, after)
        ? (rungs.map((rung) => holdersOf(rung, after, at, evidence)).find((people) => people.length > 0) ?? [])
        : [];
      const prefix = `${one.complaint.id}:${event.id}:ladder:`;
      const told = (evidence.messagesOf.get(one.complaint.id) ?? []).flatMap(({ _id, to }) =>
        _id.startsWith(prefix) ? [to] : [],
      );
      const names = (ids: readonly string[]) =>
        ids
          .map((id) => evidence.cast.member(id)?.key ?? id)
          .sort()
          .join('、');
      return names(expected) === names(told)
        ? []
        : [`时限“${clock}”第 ${level} 级应升级到 ${names(expected) || '（无人）'}，实际 ${names(told) || '（无人）'}`];
    });

export const ESCALATION_INVARIANTS: readonly Invariant[] = [
  { rule: 'CK-02', says: '每次升级都到了当时在岗的那一级', check: (evidence) => ({ see: rightPerson(evidence) }) },
];
