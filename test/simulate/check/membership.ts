/** What belonging to an incident 雷同事件 gives each complaint: the reasons by its number, its result, and an ending of its own. */
import { isDeepStrictEqual } from 'node:util';
import {
  fromIncidentDocument,
  type IncidentDocument,
  incidentProjection,
} from '../../../cloudfunctions/features/incident/incident-document';
import { dueAt } from '../../../domain/clock/duration';
import type { Complaint } from '../../../domain/complaint/complaint';
import { carriesSeverity } from '../../../domain/complaint/severity';
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { GOING_ON_STATES, type State } from '../../../types/vocabulary';
import { CALENDAR } from '../times';
import type { Case, Evidence, Invariant, Wrong } from './check';
import { every } from './every';
import { countedByHand } from './incidents';

const { alike, hotGroupPeople, majorGroupPeople } = DEFAULT_POLICY.severity;
const goesOn = ({ state }: Complaint): boolean => (GOING_ON_STATES as readonly State[]).includes(state);
const plain = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** SV-22: the most homes that complained within the policy's time of one another. */
const mostWithin = (members: readonly Complaint[]): number => {
  const counted = members.filter(({ kind }) => carriesSeverity(kind));
  return Math.max(
    0,
    ...counted.map(({ filedAt }) => {
      const until = dueAt(filedAt, alike.within, CALENDAR);
      return countedByHand(counted.filter((other) => other.filedAt >= filedAt && other.filedAt <= until));
    }),
  );
};

/** The reasons that an incident of these complaints gives, written down once more (SV-04, SV-14, SV-22). */
const givenBy = ({ collective }: { collective: { people: number | null } | null }, members: readonly Complaint[]) => {
  const size = Math.max(countedByHand(members), collective?.people ?? 0);
  const together =
    collective === null ? [] : size >= majorGroupPeople ? ['SV-04'] : size >= hotGroupPeople ? ['SV-14'] : [];
  return [...(mostWithin(members) >= alike.count ? ['SV-22'] : []), ...together];
};

/** What a person struck stays struck, whatever the number. */
const struckByHand = ({ reasons }: Complaint, code: string): boolean => {
  const by = reasons.filter((reason) => reason.code === code).at(-1)?.struck?.by.personId;
  return by !== undefined && by !== 'system';
};

const reasonsOff = (complaint: Complaint, given: readonly string[]): string[] => {
  const held = complaint.reasons.filter(({ struck }) => struck === null);
  const byIncident = held.filter(({ incidentId }) => incidentId !== null).map(({ code }) => code);
  return [
    ...given
      .filter((code) => !held.some((reason) => reason.code === code) && !struckByHand(complaint, code))
      .map((code) => `少了雷同事件的依据 ${code}`),
    ...byIncident.filter((code) => !given.includes(code)).map((code) => `雷同事件的依据 ${code} 不再成立却没有撤销`),
  ];
};

const followsItsIncident = (evidence: Evidence) => {
  const members = new Map<string, Complaint[]>();
  const wrong: Wrong[] = [];
  return {
    see: ({ complaint }: Case): string[] => {
      const id = complaint.incident?.id;
      if (id !== undefined && complaint.state !== 'withdrawn') members.set(id, [...(members.get(id) ?? []), complaint]);
      return id === undefined && goesOn(complaint) ? reasonsOff(complaint, []) : [];
    },
    end: async (): Promise<Wrong[]> => {
      for await (const document of every<IncidentDocument>('incidents', 100, evidence.database)) {
        const incident = fromIncidentDocument(document);
        const own = members.get(document._id) ?? [];
        const given = givenBy(incident, own);
        for (const complaint of own.filter(goesOn)) {
          const what =
            incident.mergedInto === null ? reasonsOff(complaint, given) : ['所属事件已并入别的事件，它没有跟去'];
          wrong.push(...what.map((one) => ({ id: complaint.id, number: complaint.number, what: one })));
        }
      }
      return wrong;
    },
  };
};

const asReplayed = async (evidence: Evidence): Promise<Wrong[]> => {
  const wrong: Wrong[] = [];
  for await (const document of every<IncidentDocument>('incidents', 100, evidence.database)) {
    const derived: Record<string, unknown> = incidentProjection(fromIncidentDocument(document));
    const stored: Record<string, unknown> = { ...document };
    for (const field of Object.keys(derived))
      if (!isDeepStrictEqual(plain(stored[field]), plain(derived[field])))
        wrong.push({ id: document._id, number: '', what: `字段 ${field} 与重放事件的结果不同` });
  }
  return wrong;
};

/** Its resident got the result, and their own message of it, and it was closed for a reason of its own. */
const endedOnItsOwn =
  ({ messagesOf }: Evidence) =>
  ({ complaint, steps }: Case): string[] => {
    const messages = messagesOf.get(complaint.id) ?? [];
    let shared: string | null = null;
    let planned = false;
    return steps.flatMap(({ event, after }) => {
      if (event.type === 'reopened') shared = null;
      if (event.type === 'callbackPlanned') planned = true;
      if (event.type === 'resultShared') {
        shared = event.id;
        planned = false;
        const told = messages.some(
          ({ _id, to, template }) =>
            to === complaint.filerId && template === 'result' && _id.startsWith(`${complaint.id}:${event.id}:`),
        );
        return after.filerId === null || told ? [] : ['并入的结果没有发给本户'];
      }
      const ownEnding = after.closeReason === 'notDrawn' || after.closeReason === 'satisfied';
      return event.type === 'closed' && shared !== null && ownEnding && !planned
        ? ['没有本户自己的回访安排就关闭']
        : [];
    });
  };

/** While it waits, its incident's leading complaint must come to a result; nobody ends it otherwise. */
const waitsForResult = ({ steps }: Case): string[] =>
  steps.flatMap(({ event, before, after }) => {
    if (before?.state !== 'merged' || after.state === 'merged') return [];
    const ways = new Set(['resultShared', 'leadTaken', 'splitOff', 'withdrawn']);
    return ways.has(event.type) ? [] : [`并入后因 ${event.type} 离开了等待`];
  });

export const MEMBERSHIP_INVARIANTS: readonly Invariant[] = [
  {
    rule: 'SV-22',
    says: '雷同与集体的依据随成员增减重算（SV-04、SV-14），并入别处的都跟去',
    check: followsItsIncident,
  },
  { rule: 'HD-03', says: '雷同事件的字段与重放事件一致', check: (evidence) => ({ end: () => asReplayed(evidence) }) },
  {
    rule: 'IF-01',
    says: '并入的每一户有自己的结果消息和回访安排',
    check: (evidence) => ({ see: endedOnItsOwn(evidence) }),
  },
  { rule: 'SV-22', says: '并入的只因结果、接任主件、拆出或撤回离开', check: () => ({ see: waitsForResult }) },
];
