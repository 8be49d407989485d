import type { CloudBase } from '@cloudbase/node-sdk';
import type { SendResult, SubscribeMessage } from './wechat';
import { errcodeOf, resultOfThrown, sendResultOf } from './wechat-answer';

/**
 * Sends by CloudBase's cloud call: no secret needed, but WeChat allows it only to an invocation that a mini program or a
 * timer caused (others get -604104).
 */
export const sendByCloudCall =
  (app: CloudBase, miniProgramState: string) =>
  async ({ openId, templateId, page, data }: SubscribeMessage): Promise<SendResult> => {
    try {
      const answer = await app.callWxOpenApi({
        apiName: 'subscribeMessage.send',
        requestData: {
          touser: openId,
          templateId,
          page,
          miniprogramState: miniProgramState,
          lang: 'zh_CN',
          data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
        },
      });
      const code = errcodeOf(answer.result);
      return code === null
        ? { outcome: 'uncertain', why: 'an answer without a code' }
        : sendResultOf(code.errcode, code.message);
    } catch (thrown) {
      return resultOfThrown(thrown);
    }
  };
