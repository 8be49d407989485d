/**
 * How many they are (SV-04, SV-14, SV-22; 规程 3.2). “Together” is a number that a supervisor confirmed; “alike” are separate
 * complaints about one matter within the policy's time. Two complaints of one home, or of one person, are one complainant.
 */
import { type Calendar, dueAt } from '../clock/duration';
import type { ReasonHeld } from '../complaint/events';
import { carriesSeverity } from '../complaint/severity';
import type { Policy } from '../policy/defaults';
import { countTogether } from './alike';
import type { Joining } from './events';
import { type Incident, type Member, membersOf } from './incident';
import type { Matter } from './matter';

/** So many numbers are named as evidence; who wants all opens what reads alike. */
const MOST_NAMED = 5;

type Complainant = Pick<Member, 'complaintId' | 'homeId' | 'filerId'>;

/** Different complainants, each counted once by home and by person. */
export function complainants(members: readonly Complainant[]): number {
  const groups: Set<string>[] = [];
  for (const { complaintId, homeId, filerId } of members) {
    const keys = [
      ...(homeId === null ? [] : [`home:${homeId}`]),
      ...(filerId === null ? [] : [`person:${filerId}`]),
      ...(homeId === null && filerId === null ? [`complaint:${complaintId}`] : []),
    ];
    const same = groups.filter((group) => keys.some((key) => group.has(key)));
    const joined = new Set([...same.flatMap((group) => [...group]), ...keys]);
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.length;
}

/** The most complainants whose complaints came within the policy's time of one another. */
export function alikeWithin(
  members: readonly (Complainant & Pick<Member, 'kind' | 'filedAt'>)[],
  policy: Policy,
  calendar: Calendar,
): number {
  const counted = members.filter((member) => carriesSeverity(member.kind));
  return Math.max(
    0,
    ...counted.map(({ filedAt }) => {
      const until = dueAt(filedAt, policy.severity.alike.within, calendar);
      return complainants(counted.filter((other) => other.filedAt >= filedAt && other.filedAt <= until));
    }),
  );
}

/**
 * SV-22 for complaints that read alike, whether or not they belong to an incident; null while they are too few.
 *
 * @param alike the one that they were counted around first
 */
export function alikeReason(
  alike: readonly Pick<Member, 'complaintId' | 'number' | 'kind' | 'homeId' | 'filerId' | 'filedAt'>[],
  policy: Policy,
  calendar: Calendar,
): ReasonHeld | null {
  const count = alikeWithin(alike, policy, calendar);
  if (count < policy.severity.alike.count) return null;
  const numbers = alike.slice(0, MOST_NAMED).map(({ number }) => number);
  const more = alike.length > MOST_NAMED ? ' 等' : '';
  const ids = alike.map(({ complaintId }) => complaintId);
  return { code: 'SV-22', evidence: `${count} 户各自反映同一问题：${numbers.join('、')}${more}`, alike: ids };
}

/** A complaint of those that were counted, as it is now. */
export interface CountedOne extends Joining {
  withdrawn: boolean;
  /** Null once it is found no more: its time is over, and nothing of it changes. */
  matter: Matter | null;
}

/**
 * Those of a complaint's reason that still count: not withdrawn, and alike with it or with the one they were counted around.
 *
 * @param counted in the order of the reason, itself among them
 * @returns the one that they are counted around first
 */
export function stillCounted(holder: CountedOne, counted: readonly CountedOne[]): CountedOne[] {
  const together = (a: CountedOne, b: CountedOne): boolean =>
    a === b || a.matter === null || b.matter === null || countTogether(a.matter, b.matter);
  const standing = counted.filter(({ withdrawn, kind }) => !withdrawn && carriesSeverity(kind));
  const [first] = counted;
  const centre = first !== undefined && standing.includes(first) && together(holder, first) ? first : holder;
  const others = standing.filter((one) => one !== centre && (together(holder, one) || together(centre, one)));
  return [centre, ...others];
}

/** How many stand behind it: homes that joined, or people where more signed than filed. */
export const groupSize = (incident: Incident): number =>
  Math.max(complainants(membersOf(incident)), incident.collective?.people ?? 0);

/** The reasons that the incident gives to each of its complaints. */
export function reasonsOf(incident: Incident, policy: Policy, calendar: Calendar): ReasonHeld[] {
  const { hotGroupPeople, majorGroupPeople, alike } = policy.severity;
  const held: ReasonHeld[] = [];
  const count = alikeWithin(membersOf(incident), policy, calendar);
  if (count >= alike.count) held.push({ code: 'SV-22', evidence: `雷同事件“${incident.summary}”：${count} 户反映` });
  if (incident.collective !== null) {
    const size = groupSize(incident);
    const evidence = `主管确认集体投诉：${size} ${incident.collective.people === null ? '户' : '人'}`;
    if (size >= majorGroupPeople) held.push({ code: 'SV-04', evidence });
    else if (size >= hotGroupPeople) held.push({ code: 'SV-14', evidence });
  }
  return held;
}
