/**
 * What nobody must do, and somebody does now and then: each time that something happens to a complaint, with the row's share,
 * somebody of the post thinks of it and opens the complaint. A row for a new command suffices.
 */
import type { Role, State } from '../../../types/vocabulary';
import type { CommandName } from '../../../types/commands';
import { DAY, HOUR, MINUTE } from '../times';
import type { Behaviour, Deed, Look } from './deed';
import { broughtTogether } from './incident-deeds';

export interface Occasion extends Behaviour {
  command: CommandName;
  post: Role;
  states: readonly State[];
  /** Per version that the complaint reaches in these states. */
  share: number;
  minutes: number;
}

const WITH_A_DEPARTMENT: readonly State[] = ['dispatched', 'investigating', 'handling'];
const BEFORE_ITS_RESULT: readonly State[] = ['registered', ...WITH_A_DEPARTMENT];
const NOT_CLOSED: readonly State[] = ['received', ...BEFORE_ITS_RESULT, 'reviewing', 'informing', 'callback'];

const one = <T>(of: readonly T[], { chance }: Look): T | undefined => {
  const [first, ...others] = of;
  return first === undefined ? undefined : chance.pick([first, ...others]);
};

/** CK-02: a department that doesn't act, or can't. */
const givenToAnother = (look: Look): Deed | null => {
  const { department, choices } = look.view;
  const other = one(
    choices.departments.filter(({ id }) => id !== department?.id),
    look,
  );
  return other === undefined
    ? null
    : { name: 'reassign', input: { departmentId: other.id, reason: '原部门人手不足，改由贵部处理。' } };
};

const graver = (look: Look): Deed | null => {
  const held = new Set(look.view.reasons.flatMap(({ code, struck }) => (struck ? [] : [code])));
  const reason = one(
    look.view.choices.severityReasons.filter(({ code }) => !held.has(code)),
    look,
  );
  return reason === undefined
    ? null
    : { name: 'addSeverityReason', input: { reason: reason.code, note: '主管现场了解后认定。' } };
};

const lessGrave = (look: Look): Deed | null => {
  const reason = one(
    look.view.reasons.filter(({ struck }) => !struck),
    look,
  );
  return reason === undefined
    ? null
    : { name: 'strikeSeverityReason', input: { reason: reason.code, note: '核实后依据不成立。' } };
};

/** HD-03 */
const wordTakenBack = (look: Look): Deed | null => {
  const entry = one(
    look.view.timeline.filter(({ mayStrike }) => mayStrike),
    look,
  );
  return entry === undefined
    ? null
    : {
        name: 'strikeEntry',
        input: {
          entryId: entry.id,
          reason: '写错了日期。',
          ...(look.chance.holds(0.5) ? { text: '更正：次日上门。' } : {}),
        },
      };
};

// biome-ignore format: a table reads row by row
export const OCCASIONS: readonly Occasion[] = [
  { command: 'mergeIntoIncident', post: 'receptionist', states: BEFORE_ITS_RESULT, share: 0.03, minutes: 40, deed: broughtTogether },
  { command: 'openIncident', post: 'supervisor', states: [...BEFORE_ITS_RESULT, 'reviewing'], share: 0.02, minutes: 60, deed: broughtTogether },
  { command: 'splitOff', post: 'receptionist', states: ['merged'], share: 0.15, minutes: 300, deed: () => ({ name: 'splitOff', input: { reason: '与该事件不是同一问题。' } }) },
  { command: 'leaveIncident', post: 'supervisor', states: NOT_CLOSED, share: 0.015, minutes: 200, deed: () => ({ name: 'leaveIncident', input: { reason: '核实后与该事件无关。' } }) },
  { command: 'reassign', post: 'supervisor', states: WITH_A_DEPARTMENT, share: 0.008, minutes: 300, deed: givenToAnother },
  { command: 'reassign', post: 'manager', states: WITH_A_DEPARTMENT, share: 0.003, minutes: 500, deed: givenToAnother },
  { command: 'addSeverityReason', post: 'supervisor', states: [...NOT_CLOSED, 'merged'], share: 0.003, minutes: 120, deed: graver },
  { command: 'strikeSeverityReason', post: 'supervisor', states: [...NOT_CLOSED, 'merged'], share: 0.01, minutes: 120, deed: lessGrave },
  { command: 'addNote', post: 'supervisor', states: [...NOT_CLOSED, 'merged'], share: 0.01, minutes: 90, deed: () => ({ name: 'addNote', input: { text: '住户希望下午再联系。', photos: [] } }) },
  { command: 'strikeEntry', post: 'supervisor', states: [...NOT_CLOSED, 'merged'], share: 0.02, minutes: 30, deed: wordTakenBack },
  { command: 'addWords', post: 'receptionist', states: [...NOT_CLOSED, 'merged'], share: 0.008, minutes: 120, deed: () => ({ name: 'addWords', input: { text: '住户来电补充：今天又发生了。', photos: [] } }) },
  { command: 'archive', post: 'quality', states: ['closed'], share: 0.1, minutes: (12 * DAY) / MINUTE, deed: () => ({ name: 'archive', input: { note: '资料齐全。' } }) },
  { command: 'reopen', post: 'receptionist', states: ['informing', 'callback', 'closed'], share: 0.01, minutes: (20 * HOUR) / MINUTE, deed: () => ({ name: 'reopen', input: { why: '住户来电说还没解决。', photos: [] } }) },
];
