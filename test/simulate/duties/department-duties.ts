/** What departments do: sign or give back, name a handler, look into it, plan, do the work. */
import type { HandledOutcome } from '../../../types/vocabulary';
import { DAY, HOUR, hourOf, isoOf, midnightOf } from '../times';
import type { Behaviour, Deed, Look } from './deed';

const oneOfUs = ({ view, chance }: Look): { handlerId: Look['view']['choices']['handlers'][number]['id'] } | null => {
  const [first, ...others] = view.choices.handlers;
  return first === undefined ? null : { handlerId: chance.pick([first, ...others]).id };
};

/** The evening of a day soon, mostly within the two days that an ordinary complaint has. */
const promised = ({ at, chance }: Look): string => {
  const days = chance.holds(0.75) ? chance.between(0, 1) : chance.between(2, 9);
  const evening = midnightOf(at) + days * DAY + 20 * HOUR;
  return isoOf(hourOf(at) > 18 && days === 0 ? evening + DAY : Math.max(evening, at + HOUR));
};

const ended = ({ view, chance }: Look): { outcome: HandledOutcome; explanation: string } => {
  if (view.investigation?.valid === false) return { outcome: 'unfounded', explanation: '现场核实与反映不符。' };
  if (view.responsibility !== 'own' && chance.holds(0.5))
    return { outcome: 'explained', explanation: '不属物业职责，请联系开发商或相关部门。' };
  if (chance.holds(0.04)) return { outcome: 'declined', explanation: '受现有条件限制，暂时无法解决，已说明理由。' };
  return { outcome: chance.holds(0.1) ? 'partlyFixed' : 'fixed', explanation: '' };
};

export const signFor: Behaviour = {
  minutes: 8,
  deed: (look): Deed => {
    const { view, chance } = look;
    // DP-03: only within the time to sign.
    const inTime = view.clocks.some(({ kind, stoppedAt, late }) => kind === 'signing' && stoppedAt === null && !late);
    if (view.actions.includes('returnToDesk') && inTime && chance.holds(0.08))
      return { name: 'returnToDesk', input: { reason: '经核实不属于本部门职责，请重新派单。' } };
    return { name: 'signFor', input: chance.holds(0.8) ? (oneOfUs(look) ?? {}) : {} };
  },
};
export const nameHandler: Behaviour = {
  minutes: 45,
  deed: (look) => {
    const named = oneOfUs(look);
    return named === null ? null : { name: 'nameHandler', input: named };
  },
};
export const recordInvestigation: Behaviour = {
  minutes: 200,
  deed: ({ view, chance }) => ({
    name: 'recordInvestigation',
    input: {
      findings: '到现场查看，情况与住户反映的基本一致。',
      spokeTo: '住户',
      valid: chance.holds(0.93),
      responsibility: view.responsibility,
      photos: [],
    },
  }),
};
export const writePlan: Behaviour = {
  minutes: 60,
  deed: (look) => ({ name: 'writePlan', input: { measures: '安排人员处理并复查。', expectedAt: promised(look) } }),
};
export const writeAnswer: Behaviour = {
  minutes: 150,
  deed: () => ({ name: 'writeAnswer', input: { answer: '您好，已了解，答复如下：按小区规定办理即可。', photos: [] } }),
};
/** DP-04: another department is asked for a part of it; until that is done, it isn't. */
const helped = ({ view, at, chance }: Look): Deed | null => {
  const others = view.choices.departments.filter(({ id }) => id !== view.department?.id);
  const [first, ...more] = others;
  return view.actions.includes('addSubtask') && view.subtasks.length === 0 && first !== undefined && chance.holds(0.12)
    ? {
        name: 'addSubtask',
        input: {
          departmentId: chance.pick([first, ...more]).id,
          what: '请配合围挡和告示。',
          dueAt: isoOf(at + chance.between(4, 30) * HOUR),
        },
      }
    : null;
};
/** CK-05: an appointment with the resident. */
const waitsForResident = ({ view, chance }: Look): Deed | null =>
  view.actions.includes('pauseForResident') && chance.holds(0.06)
    ? { name: 'pauseForResident', input: { reason: '与住户约好时间再上门。' } }
    : null;

export const signForSubtask: Behaviour = {
  minutes: 60,
  deed: ({ view }) => {
    const mine = view.subtasks.find(({ actions }) => actions.includes('signForSubtask'));
    return mine === undefined ? null : { name: 'signForSubtask', input: { subtaskId: mine.id } };
  },
};
export const completeSubtask: Behaviour = {
  minutes: 240,
  deed: ({ view }) => {
    const mine = view.subtasks.find(({ actions }) => actions.includes('completeSubtask'));
    return mine === undefined
      ? null
      : { name: 'completeSubtask', input: { subtaskId: mine.id, result: '已围挡并张贴告示。', photos: [] } };
  },
};
export const complete: Behaviour = {
  minutes: 420,
  deed: (look): Deed | null => {
    const { view, at, chance } = look;
    if (view.subtasks.some(({ state }) => state === 'asked' || state === 'signed')) return null;
    const beside = helped(look) ?? waitsForResident(look);
    if (beside !== null) return beside;
    const expectedAt = Date.parse(view.plan?.expectedAt ?? isoOf(at));
    if (view.actions.includes('postpone') && chance.holds(expectedAt < at ? 0.3 : 0.08)) {
      const later = Math.max(expectedAt, at) + chance.between(1, 4) * DAY;
      return { name: 'postpone', input: { reason: '配件未到，另约时间。', expectedAt: isoOf(later) } };
    }
    if (view.actions.includes('reportProgress') && chance.holds(0.15))
      return { name: 'reportProgress', input: { text: '正在处理，配件已订。', photos: [] } };
    if (view.actions.includes('reportWorkDone') && chance.holds(0.1))
      return { name: 'reportWorkDone', input: { text: '现场已处理好，回去填结果。', photos: [] } };
    const result = { result: '已处理完毕，现场复查正常。', noPhotoReason: '住户不便拍照', photos: [] };
    return { name: 'complete', input: { ...ended(look), ...result } };
  },
};
