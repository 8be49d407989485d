import type { WeChatAccount } from '../../wechat/account';
import { grouped } from './groups';
import { escaped, hidden, page } from './page';
import { searchBox } from './search';

const person = (
  account: WeChatAccount,
  fields: Record<string, string>,
): string => `<form method="post" action="/local/people">
${hidden({ ...fields, person: account.key })}<button class="person" data-person="${escaped(account.key)}"><span class="face" aria-hidden="true">${escaped([...account.nickname][0] ?? '人')}</span><span><strong>${escaped(account.nickname)}</strong><small>${escaped(account.title)}</small>${account.hint ? `<small>${escaped(account.hint)}</small>` : ''}</span></button></form>`;

/** “Who are you today”: stands where WeChat's own page would ask the person to agree. */
export function peoplePage(accounts: readonly WeChatAccount[], redirectUri: string | null, state: string): string {
  const fields = { redirect_uri: redirectUri ?? '', state };
  const stranger = `<form method="post" action="/local/people">${hidden({ ...fields, person: '' })}<button class="person newcomer" data-person=""><span class="face" aria-hidden="true">＋</span><span><strong>我是新住户</strong><small>用一个全新的微信号，从头走一遍</small></span></button></form>`;
  return page(
    '今天你是谁？',
    `<h1>今天你是谁？</h1>
<p class="quiet">这里代替微信的授权页，只在本地演示中有。选一个人，就用 TA 的微信进入。</p>
${stranger}
${searchBox()}
${grouped(accounts, (account) => person(account, fields))}
<p class="quiet"><a href="/local/phone">看看谁收到了什么消息</a> · <a href="/local/">本地云说明</a></p>`,
  );
}
