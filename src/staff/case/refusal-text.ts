/** What a refusal of a command means for the person in front of it. */
import { commandRow } from '../../../domain/complaint/lifecycle';
import { CommandName } from '../../../types/commands';
import { State, STATES } from '../../../types/vocabulary';
import type { ApiError, ApiErrorCode } from '../../services/api-error';

/** True when what is on the screen is no longer how it is, so it has to be read again. */
export const isStale = ({ code }: { code: ApiErrorCode }): boolean =>
  code === 'changedMeanwhile' || code === 'notInThisState' || code === 'notAllowed';

const KEPT = '已更新为最新情况，您填写的内容还在，可以继续。';
const NOT_SENT = '您填写的内容没有提交。';

/** What has become of the words in a form that was refused, once the complaint has been read again. */
export const wordsAfter = (possible: boolean): string => (possible ? KEPT : NOT_SENT);

const labelOf = (command: unknown): string => {
  const name = CommandName.safeParse(command);
  return name.success ? commandRow(name.data).label : '';
};

/** Says who did what meanwhile, or what state it is in and what can be done; otherwise the refusal's own text. */
export const refusalText = ({ code, message, details }: Pick<ApiError, 'code' | 'message' | 'details'>): string => {
  if (code !== 'notInThisState') return message;
  const state = State.safeParse(details['state']);
  if (!state.success) return message;
  const possible = Array.isArray(details['possible'])
    ? details['possible'].map(labelOf).filter((label) => label !== '')
    : [];
  return `这条现在是“${STATES[state.data]}”，不能进行此操作。${possible.length > 0 ? `可以：${possible.join('、')}。` : ''}`;
};
