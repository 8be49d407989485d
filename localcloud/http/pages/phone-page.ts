import type { WeChatAccount } from '../../wechat/account';
import type { SentMessage, SubscribeLedger } from '../../wechat/subscribe-ledger';
import { grouped } from './groups';
import { button, escaped, page, readTime } from './page';
import { searchBox } from './search';

const WHY: Record<number, string> = {
  43101: '没有剩余的订阅次数：用户没有同意，或同意的次数已用完',
  47003: '消息内容不合模板的规定',
  40003: '不是这个小程序的用户',
  40037: '模板不存在',
  45009: '超过当天的发送上限',
};

const SHOWN = 50;

/** Pages of the mini program are hash routes of the H5; a message opens them as the one who got it. */
const linkOf = (messagePage: string, person: string): string => {
  const to = `/#/${messagePage.replace(/^\/+/, '')}`;
  return `/local/enter?person=${encodeURIComponent(person)}&to=${encodeURIComponent(to)}`;
};

function card(message: SentMessage, person: string, ledger: SubscribeLedger): string {
  const template = ledger.template(message.templateId);
  const title = escaped(template?.title ?? '服务通知');
  const fields = Object.entries(message.data)
    .map(([field, value]) => `<dt>${escaped(template?.fields[field] ?? field)}</dt><dd>${escaped(value)}</dd>`)
    .join('');
  const stamp = `<div class="stamp"><span>回音 · 服务通知</span><time>${readTime(message.at)}</time></div>`;
  if (message.errcode === 0) {
    return `<a class="card" data-message="${message.id}" href="${escaped(linkOf(message.page, person))}">${stamp}<strong>${title}</strong><dl>${fields}</dl></a>`;
  }
  return `<div class="card refused" data-message="${message.id}">${stamp}<strong>${title}</strong><p class="why">没有送达（${message.errcode}）：${escaped(WHY[message.errcode] ?? message.errmsg)}</p><p class="quiet">${escaped(message.errmsg)}</p><dl>${fields}</dl></div>`;
}

/** What a person's phone shows: subscribe messages as WeChat's notification cards, and those that were refused. */
export function phonePage(
  accounts: readonly WeChatAccount[],
  person: WeChatAccount | undefined,
  ledger: SubscribeLedger,
  now: number,
): string {
  if (!person) {
    const people = grouped(
      accounts,
      ({ key, nickname, title }) =>
        `<a class="card" href="/local/phone?person=${encodeURIComponent(key)}"><strong>${escaped(nickname)}</strong> <span class="quiet">${escaped(title)}</span></a>`,
    );
    return page(
      '谁的手机？',
      `<h1>谁的手机？</h1><p class="quiet">选一个人，看 TA 的微信收到了什么。</p>${people ? `${searchBox()}\n${people}` : '<p>还没有人。<a href="/local/people">去登记一个</a></p>'}`,
    );
  }
  const credits = ledger.credits(person.mpOpenid);
  const messages = ledger.sent(person.mpOpenid, SHOWN);
  const left = credits
    .map((credit) => ({ ...credit, title: ledger.template(credit.templateId)?.title ?? credit.templateId }))
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'))
    .map(({ templateId, title, count }) => {
      const grant = button('/local/wechat/grant', { person: person.key, templateId, count: '1' }, '再同意一次');
      return `<div class="card row"><span>${escaped(title)}：还能收 <strong>${count}</strong> 条</span>${grant}</div>`;
    })
    .join('\n');
  return page(
    `${person.nickname}的手机`,
    `<p class="quiet"><a href="/local/phone">换一部手机</a> · <a href="/local/enter?person=${encodeURIComponent(person.key)}">以 TA 的身份打开回音</a> · <a href="/local/people">换一个人</a> · ${readTime(now)}</p>
<h1>${escaped(person.nickname)}的手机</h1>
<p class="quiet">${escaped(person.title)}</p>
<h2>消息</h2>
${messages.map((message) => card(message, person.key, ledger)).join('\n') || '<p class="card quiet">还没有消息。</p>'}
<h2>订阅次数</h2>
<p class="quiet">一次性订阅：用户每同意一次，只能收到一条。微信不告诉小程序还剩几次。</p>
${left || '<p class="card quiet">还没有同意过任何订阅。</p>'}`,
  );
}
