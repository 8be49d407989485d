/** Who hears of an event, read from a lifecycle's table (MS-01). Pure: the people behind an audience are found by the use case. */
import type { EventRowOf } from '../lifecycle/rows';
import type { Subject } from '../lifecycle/subject';
import type { TemplateCode } from './templates';

export interface Notice<A extends string> {
  audience: A;
  template: TemplateCode;
}

/** Whom the table's row of an event tells, with the subject as it was just after it. */
export const noticesOf = <S extends Subject, A extends string>(
  { tells }: Pick<EventRowOf<S, A>, 'tells'>,
  subject: S,
): Notice<A>[] =>
  (tells ?? [])
    .filter((tell) => tell.when?.test(subject) ?? true)
    .map(({ audience, template }) => ({ audience, template }));
