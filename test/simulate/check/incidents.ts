/** Incidents and help of other departments: everybody is counted, handled by one, told on their own; nothing asked is left open. */
import type { IncidentDocument } from '../../../cloudfunctions/features/incident/incident-document';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { Case, Evidence, Invariant, Wrong } from './check';
import { every } from './every';

/** Complainants by hand: whoever shares a home or an account is the same. */
export const countedByHand = (members: readonly Complaint[]): number => {
  const groups: Set<string>[] = [];
  for (const { id, homeId, filerId } of members) {
    const keys = [homeId, filerId].filter((key) => key !== null);
    const near = groups.filter((group) => keys.some((key) => group.has(key)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([id, ...keys, ...near.flatMap((group) => [...group])]));
  }
  return groups.length;
};

const WAITED_FOR = new Set(['registered', 'dispatched', 'investigating', 'handling', 'reviewing']);

const oneIncident = (incident: IncidentDocument, members: readonly Complaint[]): string[] => {
  const waiting = members.filter(({ state }) => state === 'merged');
  const leading = members.filter((member) => member.incident?.leads === true);
  const homes = countedByHand(members);
  const over =
    incident.state !== 'open' && waiting.length > 0 ? [`已${incident.state}，还有 ${waiting.length} 件在等`] : [];
  const [lead] = leading;
  const led =
    incident.state !== 'open' || (leading.length === 1 && lead?.id === incident.leadId && WAITED_FOR.has(lead.state))
      ? []
      : [`办理中的事件应有一件主件在办，实有 ${leading.map(({ number, state }) => `${number} ${state}`).join('、')}`];
  return [
    ...over,
    ...led,
    ...(incident.homes === homes ? [] : [`记为 ${incident.homes} 户，实为 ${homes} 户`]),
    ...(incident.complaints === members.length ? [] : [`记为 ${incident.complaints} 件，实为 ${members.length} 件`]),
    ...(incident.unsettledSince === null ? [] : ['后续没有办完']),
  ];
};

const counted = (evidence: Evidence) => {
  const members = new Map<string, Complaint[]>();
  return {
    see: ({ complaint }: Case): string[] => {
      const id = complaint.state === 'withdrawn' ? undefined : complaint.incident?.id;
      if (id !== undefined) members.set(id, [...(members.get(id) ?? []), complaint]);
      return [];
    },
    end: async (): Promise<Wrong[]> => {
      const wrong: Wrong[] = [];
      for await (const incident of every<IncidentDocument>('incidents', 100, evidence.database))
        for (const what of oneIncident(incident, members.get(incident._id) ?? []))
          wrong.push({ id: incident._id, number: '', what });
      return wrong;
    },
  };
};

const toldOnTheirOwn = ({ complaint }: Case): string[] => {
  let told = true;
  return complaint.events.flatMap(({ type }) => {
    if (type === 'resultShared') told = false;
    if (type === 'informed' || type === 'answerUnread' || type === 'reopened') told = true;
    return (type === 'closed' || type === 'calledBack') && !told ? ['没有告知本户就回访或关闭'] : [];
  });
};

const DONE = new Set(['reviewing', 'informing', 'callback', 'closed', 'archived', 'merged']);
const helpLeftOpen = ({ complaint }: Case): string[] => {
  const open = complaint.subtasks.filter(({ done, withdrawn }) => done === null && withdrawn === null);
  return DONE.has(complaint.state) && open.length > 0
    ? [`状态 ${complaint.state} 还有 ${open.length} 项协助没有完成`]
    : [];
};

export const INCIDENT_INVARIANTS: readonly Invariant[] = [
  { rule: 'SV-22', says: '雷同事件的户数、件数与各投诉一致，办理中的有一件主件在办', check: counted },
  { rule: 'IF-01', says: '并入的每一户都单独告知', check: () => ({ see: toldOnTheirOwn }) },
  { rule: 'DP-04', says: '办结的没有未完成的协助', check: () => ({ see: helpLeftOpen }) },
];
