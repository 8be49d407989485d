import { eventRow } from '../../../domain/complaint/lifecycle';
import { noticesOf } from '../../../domain/notice/notices';
import type { Case, Evidence, Invariant, OutboxMessage, Wrong } from './check';
import { changedHands, holdersOf } from './escalations';
import { MINUTE } from '../times';

/** Audiences whose people follow from the posts; written down apart from the product's own lookup. */
const POSTS_OF: Partial<Record<string, readonly string[]>> = {
  serviceDesk: ['receptionist', 'supervisor'],
  head: ['head'],
  handler: ['handler'],
  manager: ['manager'],
  patrol: ['patrol'],
  supervisor: ['supervisor'],
  quality: ['quality'],
  generalManager: ['generalManager'],
  firstContact: ['firstHearer'],
};

/** Whoever an event must reach has exactly the message for it, and no message is about what never happened. */
const written =
  (evidence: Evidence) =>
  (one: Case): string[] => {
    const { id } = one.complaint;
    const mine = evidence.messagesOf.get(id) ?? [];
    const events = new Set(one.complaint.events.map((event) => event.id));
    const missing = one.steps.flatMap(({ event, after }) => {
      const at = Date.parse(event.at);
      const changed = changedHands(at, evidence);
      return noticesOf(eventRow(event.type), after).flatMap(({ audience, template }) => {
        const posts = POSTS_OF[audience];
        const people =
          audience === 'resident'
            ? after.filerId === null
              ? []
              : [after.filerId]
            : posts === undefined || changed
              ? []
              : posts.flatMap((post) => holdersOf(post, after, at, evidence));
        return people.flatMap((to) => {
          const own = to === event.by.personId && audience !== 'resident';
          // Of a clock each hears the gravest alone (CK-02).
          const graver =
            template === 'overdue' && mine.some((m) => m.to === to && m._id.includes(`:${event.id}:ladder:`));
          // Somebody who is reached in two ways hears it once.
          const heard = mine.some(
            (m) => m.to === to && m.template === template && m._id.startsWith(`${id}:${event.id}:`),
          );
          return own || graver || heard
            ? []
            : [`事件 ${event.type} 没有告诉 ${evidence.cast.accountOf(to)?.key ?? to}（${audience}）`];
        });
      });
    });
    const stray = mine.filter(({ _id }) => {
      const event = _id.slice(id.length + 1).split(':')[0] ?? '';
      return !events.has(event);
    });
    return [...missing, ...stray.map(({ _id }) => `消息 ${_id} 没有对应的事件`)];
  };

const onTheirWay = ({ messages, endedAt }: Evidence): Wrong[] =>
  messages.flatMap(({ _id, complaintId, send }) => {
    const due = Date.parse(send.nextTryAt) <= endedAt - 30 * MINUTE;
    return (send.state === 'waiting' || send.state === 'claimed' || send.state === 'telling') && due
      ? [{ id: complaintId ?? '', number: '', what: `消息 ${_id} 停在 ${send.state}` }]
      : [];
  });

/** A message whose words WeChat will not take reaches nobody by WeChat. */
const accepted = ({ messages }: Evidence): Wrong[] =>
  messages.flatMap(({ _id, complaintId, send }) =>
    send.state === 'failed'
      ? [{ id: complaintId ?? '', number: '', what: `微信不接受消息内容 ${_id}：${send.why}` }]
      : [],
  );

/** The outbox against WeChat's own book, per person, template and page. */
const inWeChat = ({ messages, cast, world }: Evidence): Wrong[] => {
  const keyOf = (openid: string, template: string, page: string) => `${openid} ${template} ${page}`;
  const sent = new Map<string, number>();
  const unsure = new Map<string, number>();
  const openids = new Set<string>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { to, template, page, send } of messages) {
    const openid = cast.accountOf(to)?.mpOpenid;
    if (openid === undefined) continue;
    openids.add(openid);
    if (send.state === 'sent') add(sent, keyOf(openid, template, page));
    else if (send.why.startsWith('uncertain')) add(unsure, keyOf(openid, template, page));
  }
  const delivered = new Map<string, number>();
  for (const openid of openids)
    for (const message of world.cloud.wechat.sent(openid))
      if (message.errcode === 0) add(delivered, keyOf(openid, message.templateId, message.page));
  return [...new Set([...sent.keys(), ...delivered.keys()])].flatMap((key) => {
    const [said, got, maybe] = [sent.get(key) ?? 0, delivered.get(key) ?? 0, unsure.get(key) ?? 0];
    const id = /id=([\w-]+)/.exec(key)?.[1] ?? '';
    if (got < said) return [{ id, number: '', what: `记为已发 ${said} 条，微信只收到 ${got} 条：${key}` }];
    return got > said + maybe ? [{ id, number: '', what: `微信收到 ${got} 条，只该有 ${said} 条：${key}` }] : [];
  });
};

export const messageKinds = (messages: readonly OutboxMessage[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { send } of messages) {
    const kind = send.state === 'inboxOnly' ? `inboxOnly ${send.why.split(' ')[0] ?? ''}`.trim() : send.state;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

export const MESSAGE_INVARIANTS: readonly Invariant[] = [
  { rule: 'MS-01', says: '该告诉的人都有且只有那一条消息', check: (evidence) => ({ see: written(evidence) }) },
  { rule: 'MS-03', says: '没有停在半路的消息', check: (evidence) => ({ end: () => onTheirWay(evidence) }) },
  { rule: 'MS-01', says: '没有因内容不合格被微信拒收的消息', check: (evidence) => ({ end: () => accepted(evidence) }) },
  { rule: 'MS-03', says: '发件箱与微信的账一致：不丢、不重', check: (evidence) => ({ end: () => inWeChat(evidence) }) },
];
