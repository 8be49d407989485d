/** The messages that the table of events asks for: who hears of each step, in which template (MS-01). */
import { noticesOf } from '../../../domain/notice/notices';
import type { TemplateCode } from '../../../domain/notice/templates';
import type { EventRowOf } from '../../../domain/lifecycle/rows';
import type { EventOf, EventTypeOf, Subject } from '../../../domain/lifecycle/subject';
import type { MessageId, PersonId } from '../../../types/ids';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { MessageDraft } from '../message/stored-message';
import { type People, peopleBehind } from '../people/people-behind';
import type { Step } from './keeper';

/** How the audiences `A` of one lifecycle are found, and what they are sent. */
export interface Telling<S extends Subject, A extends string> {
  eventRow(type: EventTypeOf<S>): Pick<EventRowOf<S, A>, 'tells'>;
  /** The post keys that must be looked up to find an audience. */
  keysFor(audience: A, subject: S, event: EventOf<S>): readonly string[];
  recipientsOf(audience: A, subject: S, event: EventOf<S>, people: People): readonly PersonId[];
  /** Audiences that are told of their own act too: for them it is the receipt. */
  hearsOwnAct: ReadonlySet<A>;
  messageOf(
    told: { to: PersonId; audience: A; template: TemplateCode },
    step: Pick<Step<S>, 'subject' | 'event'>,
    context: Pick<EstateContext, 'calendar' | 'estate'>,
  ): Omit<MessageDraft, 'id' | 'to' | 'template' | 'at'>;
}

type Told<S extends Subject, A extends string> = Step<S> & { audience: A; template: TemplateCode };

const toldOf = <S extends Subject, A extends string>(telling: Telling<S, A>, steps: readonly Step<S>[]): Told<S, A>[] =>
  steps.flatMap((step) =>
    noticesOf(telling.eventRow(step.event.type), step.subject).map((notice) => ({ ...step, ...notice })),
  );

/** What a clock says of itself, the gravest last: of one firing a person gets the gravest alone (CK-02). */
const CHASING: readonly TemplateCode[] = ['warning', 'overdue', 'escalation'];

const withoutMilder = (drafts: readonly { eventId: string; draft: MessageDraft }[]): MessageDraft[] => {
  const gravest = new Map<string, number>();
  const keyOf = (eventId: string, { to }: MessageDraft) => `${eventId}:${to}`;
  for (const { eventId, draft } of drafts) {
    const key = keyOf(eventId, draft);
    gravest.set(key, Math.max(gravest.get(key) ?? -1, CHASING.indexOf(draft.template)));
  }
  return drafts.flatMap(({ eventId, draft }) => {
    const grave = CHASING.indexOf(draft.template);
    return grave >= 0 && grave < (gravest.get(keyOf(eventId, draft)) ?? -1) ? [] : [draft];
  });
};

/** Who belongs to several audiences of an event is told once, as what the table names first; of a clock only the gravest. */
export function messagesTo<S extends Subject, A extends string>(
  telling: Telling<S, A>,
  steps: readonly Step<S>[],
  context: Pick<EstateContext, 'calendar' | 'estate'>,
  people: People,
): MessageDraft[] {
  const reached = new Set<string>();
  const firstTime = (key: string): boolean => {
    const first = !reached.has(key);
    reached.add(key);
    return first;
  };
  const drafts = toldOf(telling, steps).flatMap(({ subject, event, audience, template }) =>
    telling
      .recipientsOf(audience, subject, event, people)
      .filter((to) => to !== event.by.personId || telling.hearsOwnAct.has(audience))
      .filter((to) => firstTime(`${event.id}:${to}:${template}`))
      .map((to) => {
        const draft: MessageDraft = {
          id: `${subject.id}:${event.id}:${audience}:${to}:${template}` as MessageId,
          to,
          template,
          at: event.at,
          ...telling.messageOf({ to, audience, template }, { subject, event }, context),
        };
        return { eventId: event.id, draft };
      }),
  );
  return withoutMilder(drafts);
}

/** One read for the people behind all of them. */
export async function messagesFor<S extends Subject, A extends string>(
  telling: Telling<S, A>,
  steps: readonly Step<S>[],
  context: Pick<EstateContext, 'calendar' | 'estate'>,
  { platform }: Scene,
): Promise<MessageDraft[]> {
  const keys = toldOf(telling, steps).flatMap((n) => telling.keysFor(n.audience, n.subject, n.event));
  return messagesTo(telling, steps, context, await peopleBehind(keys, platform));
}
