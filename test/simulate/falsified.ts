/** One document of a lived year falsified each, and the rule whose check must find it: a check that finds nothing proves nothing. */
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { IncidentDocument } from '../../cloudfunctions/features/incident/incident-document';
import type { StoredMessage } from '../../cloudfunctions/features/message/stored-message';
import type { Database } from '../../cloudfunctions/platform/database';
import { _ } from '../../cloudfunctions/platform/operators';
import type { ComplaintEvent } from '../../domain/complaint/events';
import { OPEN_STATES, type State } from '../../types/vocabulary';
import { every } from './check/every';
import type { Lived } from './run-simulation';

export interface Falsified {
  what: string;
  rule: string;
  /** @returns the id under which it must be found */
  falsify: (lived: Lived) => Promise<string>;
}

const MOST_MESSAGES = 500;

const complaintWhere = async (
  test: (document: ComplaintDocument) => boolean,
  database: Database,
): Promise<ComplaintDocument> => {
  for await (const document of every<ComplaintDocument>('complaints', 100, database))
    if (test(document)) return document;
  throw new Error('no complaint is like that');
};
const hasEvent = (type: ComplaintEvent['type']) => (document: ComplaintDocument) =>
  document.events.some((event) => event.type === type);

/** The first complaint that has such an event loses it. */
const withoutEvent = async (type: ComplaintEvent['type'], database: Database): Promise<string> => {
  const document = await complaintWhere(hasEvent(type), database);
  const at = document.events.findIndex((event) => event.type === type);
  await database.update('complaints', document._id, { events: document.events.filter((_event, n) => n !== at) });
  return document._id;
};

/** The last message that the test finds is removed: the first complaints lose events. @returns the complaint's id */
const withoutMessage = async (test: (message: StoredMessage) => boolean, database: Database): Promise<string> => {
  let last: StoredMessage | null = null;
  for await (const message of every<StoredMessage>('messages', MOST_MESSAGES, database))
    if (test(message)) last = message;
  if (last === null) throw new Error('no message is like that');
  await database.remove('messages', last._id);
  return last.complaintId ?? '';
};

/** The ids of such events, as messages name them. */
const eventsAs = async (
  prefix: (document: ComplaintDocument, event: ComplaintEvent) => string | null,
  database: Database,
): Promise<string[]> => {
  const found: string[] = [];
  for await (const document of every<ComplaintDocument>('complaints', 100, database))
    found.push(...document.events.flatMap((event) => prefix(document, event) ?? []));
  return found;
};

/** Clocks whose ladder the check knows. */
const LADDERS: ReadonlySet<string> = new Set(['dispatch', 'signing', 'resolution', 'plan', 'inform', 'callback']);

/** In this order; each stays broken while the others are. */
export const FALSIFIED: readonly Falsified[] = [
  {
    what: 'an escalation that reached nobody',
    rule: 'CK-02',
    falsify: async ({ world: { database } }) => {
      const misses = await eventsAs(
        (document, e) =>
          e.type === 'clockMissed' && LADDERS.has(e.data.clock) ? `${document._id}:${e.id}:ladder:` : null,
        database,
      );
      return withoutMessage(({ _id }) => misses.some((miss) => _id.startsWith(miss)), database);
    },
  },
  {
    what: 'a result that a resident of an incident never got',
    rule: 'IF-01',
    falsify: async ({ world: { database } }) => {
      const shared = await eventsAs(
        (document, e) => (e.type === 'resultShared' ? `${document._id}:${e.id}:` : null),
        database,
      );
      const isResult = ({ _id, template }: StoredMessage) =>
        template === 'result' && shared.some((prefix) => _id.startsWith(prefix));
      return withoutMessage(isResult, database);
    },
  },
  {
    what: 'a miss that was not recorded',
    rule: 'CK-09',
    falsify: ({ world }) => withoutEvent('clockMissed', world.database),
  },
  {
    what: 'a field that differs from its events',
    rule: 'HD-03',
    falsify: async ({ world: { database } }) => {
      const document = await complaintWhere(hasEvent('dispatched'), database);
      await database.update('complaints', document._id, { dutyDueAt: '2020-01-01T00:00:00.000Z' });
      return document._id;
    },
  },
  {
    what: 'a complaint that left its incident without a reason',
    rule: 'SV-22',
    falsify: ({ world }) => withoutEvent('resultShared', world.database),
  },
  {
    what: 'a number of homes counted wrongly',
    rule: 'SV-22',
    falsify: async ({ world: { database } }) => {
      const [incident] = await database.find<IncidentDocument>('incidents', { where: { _id: _.gt('') }, limit: 1 });
      await database.update('incidents', incident?._id ?? '', { homes: _.inc(1) });
      return incident?._id ?? '';
    },
  },
  {
    what: 'an incident’s reason on a complaint that is in none',
    rule: 'SV-22',
    falsify: async ({ world: { database } }) => {
      const open: ReadonlySet<State> = new Set(OPEN_STATES);
      const isAlone = ({ state, kind, events }: ComplaintDocument) =>
        open.has(state) &&
        (kind === 'complaint' || kind === 'repair') &&
        !events.some(({ type }) => type === 'incidentLed' || type === 'mergedInto' || type === 'incidentJoined');
      const { _id, events } = await complaintWhere(isAlone, database);
      const last = events.at(-1);
      const data = { code: 'SV-22', evidence: '雷同事件', incidentId: 'an-incident' };
      await database.update('complaints', _id, {
        events: [...events, { ...last, id: 'invented', type: 'reasonAdded', clocks: [], data }],
      });
      return _id;
    },
  },
  {
    what: 'an event after archiving',
    rule: 'CB-09',
    falsify: async ({ world: { database } }) => {
      const { _id, events } = await complaintWhere(hasEvent('archived'), database);
      const last = events.at(-1);
      const data = { text: '补记', photos: [] };
      await database.update('complaints', _id, {
        events: [...events, { ...last, id: 'invented', type: 'noted', clocks: [], data }],
      });
      return _id;
    },
  },
  {
    what: 'a form that was left out when its month was archived',
    rule: 'CB-09',
    falsify: async ({ archiving, world: { database } }) => {
      const times = new Set(archiving.done.map(({ at }) => at));
      const byMonth = ({ events }: ComplaintDocument) => {
        const last = events.at(-1);
        return last?.type === 'archived' && times.has(last.at);
      };
      const { _id, events } = await complaintWhere(byMonth, database);
      await database.update('complaints', _id, { events: events.slice(0, -1) });
      return _id;
    },
  },
  {
    what: 'a figure of a month counted wrongly',
    rule: 'RP-04',
    falsify: async ({ world: { database } }) => {
      const [month] = await database.find<{ _id: string }>('figures', { where: { _id: _.gt('') }, limit: 1 });
      await database.update('figures', month?._id ?? '', { 'counts.filed': _.inc(1) });
      return `${month?._id.split(':').slice(0, 2).join(':')} filed`;
    },
  },
  {
    what: 'a review of one’s own work',
    rule: 'RV-01',
    falsify: async ({ world: { database } }) => {
      const isReviewed = (document: ComplaintDocument) =>
        hasEvent('investigated')(document) && hasEvent('reviewPassed')(document);
      const { _id, events } = await complaintWhere(isReviewed, database);
      const worker = events.find(({ type }) => type === 'investigated')?.by;
      const forged = events.map((event) =>
        event.type === 'reviewPassed' && worker !== undefined ? { ...event, by: worker } : event,
      );
      await database.update('complaints', _id, { events: forged });
      return _id;
    },
  },
  {
    what: 'a lot that was steered',
    rule: 'CB-01',
    falsify: async ({ world: { database } }) => {
      const [ledger] = await database.find<{ _id: string; entries: { drawn: boolean }[] }>('draws', {
        where: { _id: _.gt('') },
        limit: 1,
      });
      const entries = (ledger?.entries ?? []).map((entry) => ({ ...entry, drawn: !entry.drawn }));
      await database.update('draws', ledger?._id ?? '', { entries });
      return ledger?._id ?? '';
    },
  },
];
