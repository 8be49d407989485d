import { randomBytes } from 'node:crypto';
import { Refusal } from '../../../types/errors';
import type { UseCase } from '../call';

/**
 * The address of WeChat's silent authorisation (snsapi_base), which sends the visitor back to the page with a one-time code.
 * The page keeps `state` and compares it when the visitor returns. @throws Refusal badInput for a foreign page
 */
export const beginLogin: UseCase<'beginLogin'> = async ({ returnTo }, { platform: { config } }) => {
  const address = URL.canParse(returnTo) ? new URL(returnTo) : null;
  const known =
    address !== null &&
    /^https?:$/.test(address.protocol) &&
    (config.webOrigins.length === 0 || config.webOrigins.includes(address.origin));
  if (!known) throw new Refusal('badInput', { fields: { returnTo: '返回的网址不正确' } });
  if (config.officialAccount === null) throw new Refusal('unavailable', { message: '公众号登录还没有配置。' });
  const state = randomBytes(16).toString('base64url');
  const query = new URLSearchParams({
    appid: config.officialAccount.appId,
    redirect_uri: returnTo,
    response_type: 'code',
    scope: 'snsapi_base',
    state,
  });
  return { url: `${config.oauthUrl}?${query}#wechat_redirect`, state };
};
