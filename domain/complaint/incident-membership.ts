/** What belonging to an incident 雷同事件 does to a complaint: waiting for its result, the reasons that its number gives. */
import type { Proposal } from '../../types/proposal';
import type { Category } from '../../types/vocabulary';
import { dangerIn } from '../classify/danger';
import { byOf } from '../lifecycle/by';
import { openSubtasks } from '../people/policy';
import { stoppedOf } from './acts/subtask-acts';
import { resolvedByAnswer } from './answers';
import { agesOf } from './ageing';
import { complainedAgain, type Earlier } from './complained-again';
import type { Context, IncidentOrder, IncidentSeen, SystemCommand } from './command';
import type { Complaint, Reason } from './complaint';
import { type Draft, draftOf } from './draft';
import type { ComplaintEvent, Filing, IncidentJoined, ReasonHeld } from './events';
import { standsAlone } from './graver-than-lead';
import { proposalOfMember } from '../incident/me-too';
import { demandedByLevel } from './level-demands';
import { carriesSeverity, holdsByLikeness, reasonsAtFiling } from './severity';
import { resumed } from './waiting';

const joining = (draft: Draft, { id, summary, homes, leadSeverity }: IncidentSeen): IncidentJoined => ({
  incidentId: id,
  summary,
  homes,
  leadSeverity,
  from: draft.now.incident?.id ?? null,
});

/** Waits for the incident's result from now on; what has to go on by itself is only counted with it. */
export function mergedInto(draft: Draft, incident: IncidentSeen, context: Context): void {
  if (draft.now.state !== 'merged' && standsAlone(draft.now, incident.leadSeverity))
    return draft.append('incidentJoined', joining(draft, incident));
  const system = draft.bySystem();
  // Nobody asks its resident for anything of their own any more (CK-05).
  resumed(system, 'noLonger', '', context);
  // DP-04: and nobody helps with it.
  for (const { id, departmentName } of openSubtasks(draft.now))
    system.append(
      'subtaskWithdrawn',
      { subtaskId: id, departmentName, reason: '并入雷同事件' },
      stoppedOf(draft, id, context),
    );
  draft.append('mergedInto', joining(draft, incident));
}

const holdsByIncident = (reason: Reason): boolean => reason.struck === null && reason.incidentId !== null;

/** The reasons that hold by an incident's number, or because it read alike, end with the membership. */
export function withoutIncidentReasons(draft: Draft, note: string): void {
  const system = draft.bySystem();
  for (const { code } of system.now.reasons.filter((reason) => holdsByIncident(reason) || holdsByLikeness(reason)))
    system.append('reasonStruck', { code, note });
}

/** A supervisor's word stands: what a person struck is not counted in again. */
const struckByPerson = (complaint: Complaint, code: Reason['code']): boolean => {
  const last = complaint.reasons.filter((reason) => reason.code === code).at(-1);
  return last?.struck != null && last.struck.by.personId !== 'system';
};

/** SV-22 by what reads alike: once, also when it holds by an incident's number already. */
export function alikeNoted(draft: Draft, held: ReasonHeld): void {
  const { kind, reasons } = draft.now;
  const holds = reasons.some(({ code, struck }) => code === held.code && struck === null);
  if (carriesSeverity(kind) && !holds && !struckByPerson(draft.now, held.code)) draft.append('reasonAdded', held);
}

/**
 * SV-22 by what reads alike, after one of those that were counted is gone: it holds by those that are left, or ends. What was
 * counted anew meanwhile, went to an incident, or was decided by a supervisor is none of this.
 */
export function alikeRevised(
  draft: Draft,
  { counted, held, note }: Pick<Extract<SystemCommand, { name: 'reviseAlike' }>, 'counted' | 'held' | 'note'>,
): void {
  const reason = draft.now.reasons.find(holdsByLikeness);
  const isSame = reason?.alike.length === counted.length && reason.alike.every((id, i) => id === counted[i]);
  if (reason === undefined || !isSame) return;
  if (held === null) draft.append('reasonStruck', { code: reason.code, note });
  else draft.append('reasonAdded', held);
}

/** SV-04, SV-14, SV-22: exactly the reasons that the incident's number gives now; what ended stays in the history. */
function revised(draft: Draft, held: readonly ReasonHeld[], note: string, incident: { id: IncidentSeen['id'] }): void {
  const before = draft.now;
  if (!carriesSeverity(before.kind)) return;
  // First what is new, so that the severity never dips in between.
  for (const { code, evidence } of held) {
    const holds = before.reasons.some(
      (reason) => reason.code === code && reason.struck === null && !holdsByLikeness(reason),
    );
    if (!holds && !struckByPerson(before, code))
      draft.append('reasonAdded', { code, evidence, incidentId: incident.id });
  }
  const together = held.find(({ code }) => code === 'SV-04' || code === 'SV-14');
  for (const { code } of before.reasons.filter(holdsByIncident)) {
    if (held.some((reason) => reason.code === code)) continue;
    const replaced = (code === 'SV-04' || code === 'SV-14') && together !== undefined;
    draft.append('reasonStruck', { code, note: replaced ? together.evidence : note });
  }
}

/** What an incident asks of a complaint; nothing when it doesn't belong to it (any more). */
export function orderCarriedOut(draft: Draft, order: IncidentOrder, context: Context): void {
  const { incident: other } = context;
  const { incident } = draft.now;
  if (incident === null || incident.id !== ('from' in order ? order.from : order.incidentId)) return;
  switch (order.name) {
    case 'reviseIncidentReasons':
      return revised(draft, order.held, order.note, incident);
    case 'takeLead':
      return draft.append('leadTaken', { incidentId: incident.id, summary: incident.summary });
    case 'shareResult':
      return draft.append(
        'resultShared',
        { ...order.result, incidentId: incident.id },
        resolvedByAnswer(draft.now, context),
      );
    case 'moveIncident':
      return other === null ? undefined : mergedInto(draft, other, context);
    case 'countInIncident':
      return other === null ? undefined : draft.append('incidentJoined', joining(draft, other));
  }
}

/**
 * “我也遇到” (IN-07): a complaint of its own, with its own number and promises, that waits for the incident's result from the start.
 *
 * @param proposal of their own words alone: the incident's summary says nothing of what happened to them (SV)
 * @param incident `ownWords`: what its resident added to the incident's summary; empty when they only tapped
 */
export function openedAsMember(
  filing: Filing,
  proposal: Proposal,
  incident: IncidentSeen & { category: Category; ownWords: string },
  earlier: readonly Earlier[],
  context: Context,
): readonly ComplaintEvent[] {
  const filed = draftOf(null, context, byOf(context.actor, 'resident'));
  // IN-12: the incident's first report rang for the summary already; what is new in their own words rings again.
  const dangers = dangerIn(incident.ownWords);
  filed.append('filed', { ...filing, ages: agesOf(context.now, context.policy, context.calendar), dangers });
  const draft = filed.bySystem();
  const { kind } = filing;
  draft.append('proposed', { proposal: proposalOfMember(proposal, { kind, category: incident.category }) });
  const responsibility = proposal.responsibility.value;
  draft.append('classified', { kind, category: incident.category, responsibility, corrected: false });
  if (carriesSeverity(kind)) {
    const matter = { category: incident.category, follows: null };
    const again = complainedAgain(earlier, matter, context.now, context.policy, context.calendar);
    for (const reason of [...reasonsAtFiling(proposal, filing, context.policy), ...(again === null ? [] : [again])])
      draft.append('reasonAdded', reason);
  }
  if (dangers.length > 0) draft.append('dangerReported', { dangers });
  mergedInto(draft, incident, context);
  demandedByLevel(draft, null, context);
  return draft.events;
}
