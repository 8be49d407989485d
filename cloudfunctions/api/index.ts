/** Calls from the mini program: `{ procedure, input }` → Answer. Who calls is known from the WeChat context alone. */
import { answerCall, refusalAnswer } from '../features/answer-call';
import type { Identity } from '../features/call';
import { type Invocation, type InvocationContext, invocationOf, platformFor } from '../platform/cloudbase';
import { logOf } from '../platform/log';

const identityOf = ({ openId, unionId }: Invocation): Identity | null =>
  openId === null ? null : { keys: unionId === null ? [`mp:${openId}`] : [`mp:${openId}`, `u:${unionId}`] };

export const main = async (event: unknown, context: InvocationContext) => {
  const invocation = invocationOf(context);
  const { requestId } = invocation;
  try {
    const { procedure, input } =
      typeof event === 'object' && event !== null ? (event as { procedure?: unknown; input?: unknown }) : {};
    const platform = platformFor(invocation);
    return await answerCall(typeof procedure === 'string' ? procedure : '', input, {
      requestId,
      now: new Date().toISOString(),
      identity: identityOf(invocation),
      platform,
      canSendNow: platform.wechat.canSend,
      channel: 'miniprogram',
    });
  } catch (thrown) {
    return refusalAnswer(thrown, '?', requestId, logOf(requestId), new Date().toISOString());
  }
};
