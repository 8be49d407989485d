/** What the service desk does: confirm, dispatch, review, tell. */
import type { Behaviour, Deed, Look } from './deed';
import { broughtTogether, madeKnown } from './incident-deeds';

const dispatched = async (look: Look): Promise<Deed | null> => {
  const { view, chance } = look;
  const together = madeKnown(look) ?? (await broughtTogether(look));
  if (together !== null) return together;
  const { kind, category, responsibility, choices } = view;
  const [first, ...others] = choices.departments;
  if (first === undefined) return null;
  const routed = choices.departments.find(({ categories }) => categories.includes(category)) ?? first;
  // Now and then it goes to the wrong department, which gives it back.
  const target = chance.holds(0.08) ? chance.pick([first, ...others]) : routed;
  const corrected = chance.holds(0.06) ? ('own' as const) : responsibility;
  return {
    name: 'dispatch',
    input: { kind, category, responsibility: corrected, departmentId: target.id, note: '请按时限处理。' },
  };
};

export const confirmRecord: Behaviour = { minutes: 6, deed: () => ({ name: 'confirmRecord', input: {} }) };
export const dispatch: Behaviour = { minutes: 7, deed: dispatched };
export const forwardPraise: Behaviour = {
  minutes: 9,
  deed: ({ view, chance }) => {
    const [first, ...others] = view.choices.departments;
    if (first === undefined) return null;
    return { name: 'forwardPraise', input: { departmentId: chance.pick([first, ...others]).id } };
  },
};
export const passReview: Behaviour = {
  minutes: 70,
  deed: ({ view, chance }) =>
    view.actions.includes('sendBack') && chance.holds(0.07)
      ? { name: 'sendBack', input: { reason: '照片看不出处理后的情况，请返工并补充。' } }
      : { name: 'passReview', input: { note: '资料齐全。' } },
};
export const informResident: Behaviour = {
  minutes: 90,
  deed: ({ chance }) => ({
    name: 'informResident',
    input: { how: chance.pick(['phone', 'phone', 'visit'] as const), words: '已向住户说明处理结果。' },
  }),
};
