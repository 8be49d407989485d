/** What the patrol asks at the door or on the phone. */
import type { Chance } from '../../../localcloud/seed/chance';
import type { CommandInput } from '../../../types/commands';
import type { Behaviour } from './deed';

const NOT_REACHED = 0.25;
const CONTENT = 0.88;

/** @param form as the callback is to be done */
export const askedAtTheDoor = (form: 'visit' | 'phone', chance: Chance): CommandInput<'recordCallback'> => {
  if (chance.holds(NOT_REACHED)) return { form, reached: false, opinions: '没有联系上', photos: [] };
  const content = chance.holds(CONTENT);
  return {
    form,
    reached: true,
    solved: content || chance.holds(0.3),
    satisfaction: content ? chance.between(3, 5) : chance.between(1, 3),
    wantsFollowUp: !content && chance.holds(0.5),
    opinions: content ? (chance.holds(0.3) ? '希望保持' : '') : '还是老样子，请再来看看',
    photos: [],
  };
};

export const recordCallback: Behaviour = {
  minutes: null,
  deed: ({ view, chance }) => ({
    name: 'recordCallback',
    input: askedAtTheDoor(view.callback?.form === 'visit' ? 'visit' : 'phone', chance),
  }),
};
