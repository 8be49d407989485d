/** How many there were of what. */
import type { Case } from './check';

export interface Counted {
  complaints: number;
  byState: Record<string, number>;
  byKind: Record<string, number>;
  bySeverity: Record<string, number>;
  byChannel: Record<string, number>;
  byRound: Record<string, number>;
  events: Record<string, number>;
  /** Missed clocks by kind and level. */
  missed: Record<string, number>;
  mostEvents: number;
}

const add = (counts: Record<string, number>, key: string): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

export class Census {
  readonly counted: Counted = {
    complaints: 0,
    byState: {},
    byKind: {},
    bySeverity: {},
    byChannel: {},
    byRound: {},
    events: {},
    missed: {},
    mostEvents: 0,
  };

  see({ complaint }: Case): void {
    const { counted } = this;
    counted.complaints += 1;
    add(counted.byState, complaint.state);
    add(counted.byKind, complaint.kind);
    add(counted.bySeverity, complaint.severity ?? 'none');
    add(counted.byChannel, complaint.channel);
    add(counted.byRound, String(complaint.round));
    counted.mostEvents = Math.max(counted.mostEvents, complaint.events.length);
    for (const event of complaint.events) {
      add(counted.events, event.type);
      if (event.type === 'clockMissed') add(counted.missed, `${event.data.clock} ${event.data.level}`);
    }
  }
}
