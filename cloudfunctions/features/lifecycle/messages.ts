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
    context: EstateContext,
  ): Omit<MessageDraft, 'id' | 'to' | 'template' | 'at'>;
}

/** One read for the people behind all of them. */
export async function messagesFor<S extends Subject, A extends string>(
  telling: Telling<S, A>,
  steps: readonly Step<S>[],
  context: EstateContext,
  { platform }: Scene,
): Promise<MessageDraft[]> {
  const notices = steps.flatMap((step) =>
    noticesOf(telling.eventRow(step.event.type), step.subject).map((notice) => ({ ...step, ...notice })),
  );
  const keys = notices.flatMap((n) => telling.keysFor(n.audience, n.subject, n.event));
  const people = await peopleBehind(keys, platform);
  return notices.flatMap(({ subject, event, audience, template }) =>
    telling
      .recipientsOf(audience, subject, event, people)
      .filter((to) => to !== event.by.personId || telling.hearsOwnAct.has(audience))
      .map(
        (to): MessageDraft => ({
          id: `${subject.id}:${event.id}:${audience}:${to}:${template}` as MessageId,
          to,
          template,
          at: event.at,
          ...telling.messageOf({ to, audience, template }, { subject, event }, context),
        }),
      ),
  );
}
