/** CA-01: a complaint that leads an incident and the incident itself are one matter, and need one action. */
import type { Complaint } from '../complaint/complaint';
import { evolve } from '../complaint/evolve';
import type { ActionSource } from './events';
import { needsAction } from './needs-action';

export interface ActionNeeded {
  /** Whose action it is: the incident's where the complaint led one at that moment. */
  source: ActionSource;
  /** The complaint as it was when it first needed one. */
  complaint: Complaint;
}

/** Which action a complaint's is, for good; null as long as it has never needed one. Read off its events alone, so that everybody finds the same. */
export function actionNeededBy({ events }: Pick<Complaint, 'events'>): ActionNeeded | null {
  let sum: Complaint | null = null;
  for (const event of events) {
    sum = evolve(sum, event);
    if (!needsAction(sum)) continue;
    const { id, number, incident } = sum;
    const source: ActionSource =
      incident?.leads === true ? { kind: 'incident', id: incident.id, number } : { kind: 'complaint', id, number };
    return { source, complaint: sum };
  }
  return null;
}
