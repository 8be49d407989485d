import { Refusal } from '../../../types/errors';
import { issueToken } from '../../platform/session-token';
import type { UseCase } from '../call';

/** @throws Refusal notSignedIn for a code that is used, expired or made up */
export const loginOfficialAccount: UseCase<'loginOfficialAccount'> = async (
  { code },
  { now, platform: { wechat, config } },
) => {
  const visitor = await wechat.recognise(code);
  if (visitor === null) throw new Refusal('notSignedIn');
  return issueToken(
    visitor.unionId === null ? [`oa:${visitor.openId}`] : [`oa:${visitor.openId}`, `u:${visitor.unionId}`],
    config.sessionSecret,
    new Date(now),
  );
};
