/** What the manager signs. */
import type { Behaviour } from './deed';

export const signPlan: Behaviour = {
  minutes: 150,
  deed: ({ view, chance }) =>
    view.actions.includes('returnPlan') && chance.holds(0.1)
      ? { name: 'returnPlan', input: { reason: '措施不具体，请写明时间和责任人。' } }
      : { name: 'signPlan', input: { note: '同意。' } },
};
