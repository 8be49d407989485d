/** One consent = one message (MS-01). Asked at a natural tap, in the mini program only; what was answered goes into the ledger. */
import Taro from '@tarojs/taro';
import { call } from './api';
import { IS_H5 } from './browser';
import { newCommandId } from './command-id';
import { queryClient } from './query';

export const CAN_SUBSCRIBE = !IS_H5;

/**
 * Must be called straight from a tap. Never throws: a message more or less is no reason to stop what the person came for.
 * @returns how many were accepted
 */
export async function askForMessages(templateIds: readonly string[]): Promise<number> {
  if (!CAN_SUBSCRIBE || templateIds.length === 0) return 0;
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })),
    };
    const answers = templateIds.map((templateId) => ({ templateId, accepted: answer[templateId] === 'accept' }));
    await call('recordSubscribeConsent', { commandId: newCommandId(), answers });
    await queryClient.invalidateQueries({ queryKey: ['whoAmI'] });
    return answers.filter((each) => each.accepted).length;
  } catch {
    return 0;
  }
}
