import type { WeChatAccount } from '../../wechat/account';
import type { Invitation } from '../../wechat/invitation-pool';
import { escaped, hidden, page } from './page';

/** What the management gives somebody who has just moved in, before they open the product for the first time. */
export function newcomerPage(
  account: WeChatAccount,
  invitation: Invitation | undefined,
  redirectUri: string,
  state: string,
): string {
  const again = `/local/people?${new URLSearchParams({ ...(redirectUri ? { redirect_uri: redirectUri } : {}), state })}`;
  const given = invitation
    ? `<div class="card"><p>物业给你的邀请码</p><p class="code">${escaped(invitation.code)}</p><p>${escaped(invitation.for)}</p></div>
<p class="quiet">进入后先同意《隐私告知》，再用它绑定房屋。忘了也不要紧，“今天你是谁”里一直写着。</p>`
    : `<div class="card"><p><strong>演示用的邀请码已经发完了。</strong></p><p>没有邀请码也能进去看看，只是绑定不了房屋。想接着体验，请<a href="${escaped(again)}">选一位演示住户</a>。</p></div>`;
  return page(
    `你是${account.nickname}`,
    `<h1>你是${escaped(account.nickname)}</h1>
${given}
<form method="post" action="/local/people">${hidden({ person: account.key, redirect_uri: redirectUri, state })}<button class="primary big">进入回音</button></form>
<p class="quiet"><a href="${escaped(again)}">换一个人</a></p>`,
  );
}
