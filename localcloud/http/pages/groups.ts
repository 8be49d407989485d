import type { WeChatAccount } from '../../wechat/account';
import { escaped } from './page';
import { findable } from './search';

/** People under small headings, in the order they were added; staff first. */
export function grouped(accounts: readonly WeChatAccount[], entry: (account: WeChatAccount) => string): string {
  const groups = new Map<string, WeChatAccount[]>();
  const inOrder = [
    ...accounts.filter(({ group }) => group === '员工'),
    ...accounts.filter(({ group }) => group === '住户'),
  ];
  for (const account of inOrder) {
    const heading = account.section ?? account.group;
    groups.set(heading, [...(groups.get(heading) ?? []), account]);
  }
  return [...groups]
    .map(([heading, people]) => {
      const entries = people.map(
        (account) => `<div data-find="${escaped(findable(account, heading))}">${entry(account)}</div>`,
      );
      return `<section data-group><h2>${escaped(heading)}</h2>\n${entries.join('\n')}</section>`;
    })
    .join('\n');
}
