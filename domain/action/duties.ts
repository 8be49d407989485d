/** Who must do what next about an action; empty once it is effective. */
import type { ActionCommandName } from '../../types/action-commands';
import type { Instant } from '../../types/ids';
import type { ActionClock } from '../../types/vocabulary';
import { runningClock } from '../lifecycle/running';
import { type DutyKey, personKey, postKey } from '../people/person';
import type { Action } from './action';

export interface ActionDuty {
  command: ActionCommandName;
  /** Whose duty: any one of them. */
  keys: readonly DutyKey[];
  clock: ActionClock;
  dueAt: Instant;
  startedAt: Instant;
  /** CK-02 */
  warnAt: Instant;
}

export function actionDutyOf(action: Action): ActionDuty | null {
  const duty = (command: ActionCommandName, clock: ActionClock, keys: readonly DutyKey[]): ActionDuty => {
    const running = runningClock(action, clock);
    return {
      command,
      keys,
      clock,
      dueAt: running?.dueAt ?? action.openedAt,
      startedAt: running?.startedAt ?? action.openedAt,
      warnAt: running?.warnAt ?? action.openedAt,
    };
  };
  const head = [postKey('departmentHead', action.departmentId)];
  switch (action.state) {
    case 'due':
      return duty('writeAction', 'actionPlan', head);
    case 'running':
      return duty(
        'reportActionDone',
        'actionMeasures',
        // CK-02: the head's too once it is overdue; whoever is in charge may have left.
        action.inCharge === null
          ? head
          : [
              personKey(action.inCharge.id),
              ...(runningClock(action, 'actionMeasures')?.fired.includes(1) === true ? head : []),
            ],
      );
    case 'verifying': // CA-02: the service desk, or quality
      return duty(
        'confirmEffect',
        'verification',
        (['receptionist', 'supervisor', 'quality'] as const).flatMap((role) => [
          postKey(role, action.estateId),
          postKey(role, '*'),
        ]),
      );
    case 'effective':
    case 'dropped':
      return null;
  }
}

/** What happens next, who does it. */
export function actionNext(action: Action): { text: string; who: string } | null {
  switch (action.state) {
    case 'due':
      return { text: '制定纠正和预防措施', who: `${action.departmentName}负责人` };
    case 'running':
      return { text: '按措施实施并报告完成', who: action.inCharge?.name ?? action.departmentName };
    case 'verifying':
      return { text: '验证措施是否有效', who: '服务中心或品质部' };
    case 'effective':
    case 'dropped':
      return null;
  }
}
