/** “我也遇到” (IN-07): what such a complaint says of itself, and what of it its resident wrote. */
import type { Complaint } from '../complaint/complaint';
import type { Proposal } from '../../types/proposal';
import type { Incident } from './incident';

/** @param own what its resident added; empty when they only tapped */
export const meTooText = (summary: string, own: string): string =>
  `我也遇到：${summary}${own === '' ? '' : `\n${own}`}`;

/** The description without the incident's summary, when it was filed by joining one. */
export function ownWordsOf({ description, events }: Pick<Complaint, 'description' | 'events'>): string {
  const [filed] = events;
  const joined = events.find(
    (event) => (event.type === 'mergedInto' || event.type === 'incidentJoined') && event.commandId === filed?.commandId,
  );
  if (joined?.type !== 'mergedInto' && joined?.type !== 'incidentJoined') return description;
  const added = meTooText(joined.data.summary, '');
  return description.startsWith(added) ? description.slice(added.length).trim() : description;
}

/** What their own words are taken for; which matter it is the desk has said already of the incident. */
export const proposalOfMember = (
  ofOwnWords: Proposal,
  { kind, category }: Pick<Incident, 'kind' | 'category'>,
): Proposal => ({
  ...ofOwnWords,
  kind: { ...ofOwnWords.kind, value: kind, confidence: 1 },
  category: { ...ofOwnWords.category, value: category, confidence: 1 },
  why: [],
});
