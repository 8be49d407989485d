/** What is done about corrective and preventive actions (CA), from what the product offers on one. */
import type { ActionView } from '../../../types/api/action';
import type { ActionCommandInput, ActionCommandName } from '../../../types/action-commands';
import type { Chance } from '../../../localcloud/seed/chance';
import { DAY, isoOf } from '../times';

export type ActionDeed = { [N in ActionCommandName]: { name: N; input: ActionCommandInput<N> } }[ActionCommandName];

const INEFFECTIVE = 0.15;

/** Null: left for another time, or not theirs. */
export const actionDeed = (view: ActionView, at: number, chance: Chance): ActionDeed | null => {
  const may = (name: ActionCommandName) => view.actions.includes(name);
  if (may('writeAction')) {
    const [first, ...others] = view.choices.people;
    if (first === undefined) return null;
    const plan = { cause: '保养间隔过长。', correction: '当日修复。', prevention: '保养改为每月一次，列入巡检表。' };
    const plannedAt = isoOf(at + chance.between(3, 12) * DAY);
    return { name: 'writeAction', input: { ...plan, inChargeId: chance.pick([first, ...others]).id, plannedAt } };
  }
  if (may('confirmEffect'))
    return chance.holds(INEFFECTIVE)
      ? { name: 'denyEffect', input: { findings: '抽查仍有同样问题。' } }
      : { name: 'confirmEffect', input: { findings: '抽查两周，未再发生。' } };
  if (may('reportActionDone') && (chance.holds(0.3) || Date.parse(view.plan?.plannedAt ?? isoOf(at)) < at + DAY))
    return { name: 'reportActionDone', input: { report: '已按措施实施。', photos: [] } };
  return null;
};
