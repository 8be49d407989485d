/**
 * The honest figures of an estate's month: counted per day as events come, each event once. A day's document remembers
 * what it counted, so counting again changes nothing.
 */
import { isOverdue } from '../../../domain/clock/clock';
import { localDate, type Zone } from '../../../domain/clock/zone';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import type { EstateId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';

export type Figure = 'filed' | 'closed' | 'informed' | 'onTime' | 'calledBack' | 'solved' | 'satisfied';

export interface TallyEntry {
  estateId: EstateId;
  /** Local day, `2026-11-21`. */
  day: string;
  key: string;
  figures: readonly Figure[];
}

export type TallyDocument = { _id: string; estateId: EstateId; counted: Record<string, true> } & Partial<
  Record<Figure, number>
>;

const figuresOf = (complaint: Complaint, event: ComplaintEvent, satisfiedFrom: number): Figure[] => {
  switch (event.type) {
    case 'filed':
    case 'recorded':
      return ['filed'];
    case 'informed': {
      const resolution = complaint.clocks.filter((c) => c.kind === 'resolution').at(-1);
      return resolution !== undefined && !isOverdue(resolution, event.at) ? ['informed', 'onTime'] : ['informed'];
    }
    case 'calledBack':
      return [
        'calledBack',
        ...(event.data.solved ? (['solved'] as const) : []),
        ...(event.data.satisfaction >= satisfiedFrom ? (['satisfied'] as const) : []),
      ];
    case 'closed':
      return ['closed'];
    default:
      return [];
  }
};

/** What an event adds to the figures of its day. @param satisfiedFrom `policy.callback.satisfiedFrom` (RP-04) */
export function tallyEntries(
  complaint: Complaint,
  event: ComplaintEvent,
  zone: Zone,
  satisfiedFrom: number,
): TallyEntry[] {
  const figures = figuresOf(complaint, event, satisfiedFrom);
  return figures.length === 0
    ? []
    : [
        {
          estateId: complaint.estateId,
          day: localDate(Date.parse(event.at), zone),
          key: `${complaint.id}-${complaint.round}-${event.type}`,
          figures,
        },
      ];
}

export async function countInTally({ estateId, day, key, figures }: TallyEntry, { database }: Platform): Promise<void> {
  const id = `${estateId}:${day}`;
  const count = () =>
    database.updateIf(
      'tallies',
      { _id: id, [`counted.${key}`]: _.exists(false) },
      { ...Object.fromEntries(figures.map((f) => [f, _.inc(1)])), [`counted.${key}`]: true },
    );
  if ((await count()) === 1) return;
  const first: TallyDocument = { _id: id, estateId, counted: { [key]: true } };
  for (const figure of figures) first[figure] = 1;
  // Either it was counted already, or the day has no document yet.
  if ((await database.insert('tallies', first)) === 'duplicate') await count();
}
