/** What the desk does with complaints of one matter (SV-22, IN-07): makes it known, merges into it, takes out again. */
import type { Deed, Look } from './deed';

/** Homes have numbers. */
const PUBLIC_PLACE = /^[^\d]{2,}$/;

const ASKS_WHAT_IS_ALIKE = 0.5;
const MERGES = 0.75;
const OPENS_FOR_TWO = 0.5;

/** IN-07: what others may have too is made known, in the desk's own words; then it is dispatched like any other. */
export const madeKnown = ({ view, chance }: Look): Deed | null =>
  view.actions.includes('openIncident') && PUBLIC_PLACE.test(view.placeText) && chance.holds(0.5)
    ? {
        name: 'openIncident',
        input: { summary: `${view.placeText}有多户反映，正在处理`, placeText: view.placeText, publicPlace: true },
      }
    : null;

/** Into an incident that reads alike; what reads like another complaint, that nobody sees beside it yet, opens one. */
export const broughtTogether = async ({ view, chance, alike }: Look): Promise<Deed | null> => {
  const mayMerge = view.actions.includes('mergeIntoIncident');
  const mayOpen = view.actions.includes('openIncident');
  if ((!mayMerge && !mayOpen) || !chance.holds(ASKS_WHAT_IS_ALIKE)) return null;
  const { incidents, complaints } = await alike();
  const [incident] = incidents;
  if (mayMerge && incident !== undefined && chance.holds(MERGES))
    return { name: 'mergeIntoIncident', input: { incidentId: incident.id } };
  // Of homes the neighbours read nothing: it is theirs alone.
  return mayOpen && complaints.length > 0 && chance.holds(OPENS_FOR_TWO)
    ? { name: 'openIncident', input: { summary: '几户反映同一问题，正在处理', publicPlace: false } }
    : null;
};
