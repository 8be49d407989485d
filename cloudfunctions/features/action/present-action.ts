/** An action, and its row in a list, for the person who asked. */
import type { Action } from '../../../domain/action/action';
import { possibleActionCommands } from '../../../domain/action/decide';
import { actionNext } from '../../../domain/action/duties';
import { actionCommandRow } from '../../../domain/action/lifecycle';
import { actionSentenceOf } from '../../../domain/action/timeline';
import { isOverdue } from '../../../domain/clock/clock';
import type { By } from '../../../domain/lifecycle/subject';
import type { Actor } from '../../../domain/people/actor';
import { dutyKeysOf } from '../../../domain/people/person';
import { seesIdentities } from '../../../domain/people/policy';
import { sendingLimits } from '../../../domain/policy/limits';
import type { ActionCard, ActionView } from '../../../types/api/action';
import type { PersonId, PhotoId } from '../../../types/ids';
import type { PhotoView } from '../../../types/views';
import { ROLES } from '../../../types/vocabulary';
import type { Scene } from '../clock-part';
import type { Kept } from '../lifecycle/keeper';
import { workersOf } from '../people/load-person';
import { photoUrls } from '../upload/photo-urls';
import type { ActionCardFields } from './action-document';

const byText = (by: By): { name: string; role: string } =>
  by.role === 'system' ? { name: '系统', role: '' } : { name: by.name, role: ROLES[by.role] };

/** @param card its duty is shown to those who have it and may carry it out: nobody verifies their own work (CA-02) */
export function presentActionCard(
  card: ActionCardFields,
  estateName: string,
  actor: Actor & { id: PersonId },
): ActionCard {
  const { duty, dutyDueAt } = card;
  const keys = dutyKeysOf(actor);
  const own = duty?.command === 'confirmEffect' && card.workedBy.includes(actor.id);
  const mine = duty !== null && !own && card.dutyKeys.some((key) => keys.includes(key));
  return {
    id: card._id,
    number: card.number,
    version: card.version,
    estateName,
    state: card.state,
    round: card.round,
    source: card.source,
    category: card.category,
    summary: card.summary,
    placeText: card.placeText,
    departmentName: card.departmentName,
    inChargeName: card.inChargeName,
    openedAt: card.openedAt,
    plannedAt: card.plannedAt,
    effectiveAt: card.effectiveAt,
    recurred: seesIdentities.test(actor, card) ? card.recurred : card.recurred - card.recurredAtHome.length,
    due:
      duty === null || dutyDueAt === null
        ? null
        : { clock: duty.clock, dueAt: dutyDueAt, startedAt: duty.startedAt, warnAt: duty.warnAt },
    duty: mine ? { command: duty.command, text: actionCommandRow(duty.command).duty } : null,
  };
}

/** The whole of an action for one actor who may see it (`maySeeAction`). */
export async function presentAction(
  { subject: action, context }: Pick<Kept<Action>, 'subject' | 'context'>,
  actor: Actor,
  { platform, now }: Scene,
): Promise<ActionView> {
  const { estate, calendar } = context;
  const actions = possibleActionCommands(action, actor);
  const [urls, people] = await Promise.all([
    photoUrls(
      action.events.flatMap((e) => ('photos' in e.data ? [...e.data.photos] : [])),
      platform,
    ),
    actions.includes('writeAction') ? workersOf(action.departmentId, actor, platform.database) : [],
  ]);
  const photos = (ids: readonly PhotoId[]): PhotoView[] => ids.flatMap((id) => urls.get(id) ?? []);
  const { plan, done, inCharge } = action;
  // IN-09: that it is the same home tells whose complaint it is.
  const seesAll = seesIdentities.test(actor, action);
  const shown = action.events.filter((event) => seesAll || event.type !== 'recurred' || !event.data.byHome);
  return {
    id: action.id,
    number: action.number,
    version: action.version,
    state: action.state,
    round: action.round,
    limits: sendingLimits(context.policy.intake),
    estate: { id: estate.id, name: estate.name, utcOffsetMinutes: calendar.utcOffsetMinutes },
    source: action.source,
    also: [...action.also],
    why: action.why,
    category: action.category,
    summary: action.summary,
    placeText: action.placeText,
    department: { id: action.departmentId, name: action.departmentName },
    openedAt: action.openedAt,
    plan:
      plan === null
        ? null
        : {
            cause: plan.cause,
            correction: plan.correction,
            prevention: plan.prevention,
            inChargeName: inCharge?.name ?? '',
            plannedAt: plan.plannedAt,
            byName: plan.by.name,
            at: plan.at,
            postponements: plan.postponements.map(({ reason, from, to, at, overdue }) => ({
              reason,
              from,
              to,
              at,
              overdue,
            })),
          },
    done:
      done === null ? null : { report: done.report, photos: photos(done.photos), byName: done.by.name, at: done.at },
    verifications: action.verifications.map(({ round, effective, findings, by, at }) => ({
      round,
      effective,
      findings,
      byName: by.name,
      at,
    })),
    effectiveAt: action.effectiveAt,
    unneeded: action.unneeded?.why ?? null,
    dropped:
      action.dropped === null
        ? null
        : { reason: action.dropped.reason, byName: action.dropped.by.name, at: action.dropped.at },
    recurrences: action.recurrences
      .filter(({ byHome }) => seesAll || !byHome)
      .map(({ complaintId, number, placeText, filedAt }) => ({
        complaintId,
        number,
        placeText,
        filedAt,
      })),
    clocks: action.clocks.map((c) => ({
      kind: c.kind,
      round: c.round,
      startedAt: c.startedAt,
      warnAt: c.warnAt,
      dueAt: c.dueAt,
      stoppedAt: c.stoppedAt ?? null,
      late: isOverdue(c, now),
    })),
    timeline: shown.map((event) => {
      const { title, detail, tone, photos: taken } = actionSentenceOf(event, calendar, now);
      return { id: event.id, at: event.at, title, detail, tone, by: byText(event.by), photos: photos(taken) };
    }),
    next: actionNext(action),
    actions,
    choices: { people },
  };
}
