/** PV-03: all that is held about somebody, in words they can read: part by part, each in pages, so that no call grows large. */
import { Refusal } from '../../../types/errors';
import { OPENING_WAYS, ROLES } from '../../../types/vocabulary';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { findCards } from '../lists/find-cards';
import { loadComplaint } from '../complaint/carry-out';
import { presentComplaint } from '../complaint/present-complaint';
import { limitRate } from '../limit-rate';
import { inbox } from '../message/inbox';
import { describeMe } from '../people/describe-me';
import { openingsOf } from './openings-of';
import { exportedComplaint } from './exported-complaint';

type Items = Record<string, unknown>[];
interface Part {
  name: string;
  /** One page; `cursor` null at its end. */
  read(cursor: string | undefined, call: PersonCall): Promise<{ items: Items; cursor: string | null }>;
}

const COMPLAINTS_AT_ONCE = 5;
const OPENINGS_AT_ONCE = 100;

async function profile(call: PersonCall): Promise<Items> {
  const { person, platform } = call;
  const me = await describeMe(person, platform);
  return [
    {
      编号: person.id,
      称呼: me.name,
      电话: me.phone,
      房屋: me.homes.map(({ estateName, text }) => `${estateName} ${text}`),
      岗位: me.posts.map(({ roleText, estateName, departmentName }) =>
        [roleText, estateName, departmentName].filter((part) => part !== '').join(' '),
      ),
      微信身份标识: person.identityKeys,
      首次使用: person.createdAt,
      告知与同意: person.consents.map(({ version, at, withdrawn }) => ({
        告知版本: version,
        时间: at,
        事项: withdrawn === true ? '撤回同意' : '同意',
      })),
      微信通知剩余次数: me.credits.map(({ title, left }) => ({ 消息: title, 次数: left })),
    },
  ];
}

const PARTS: readonly Part[] = [
  { name: '个人资料', read: async (_cursor, call) => ({ items: await profile(call), cursor: null }) },
  {
    name: '我的投诉和诉求',
    async read(cursor, call) {
      const actor = actorOf(call.person);
      const page = await findCards(
        {
          ...{ where: { filerIds: call.person.id }, sortedBy: 'filedAt', direction: -1 },
          ...{ cursor, limit: COMPLAINTS_AT_ONCE },
        },
        actor,
        call.platform,
      );
      const items: Items = [];
      for (const { id } of page.items)
        items.push(exportedComplaint(await presentComplaint(await loadComplaint(id, call), actor, call)));
      return { items, cursor: page.cursor };
    },
  },
  {
    name: '收到的消息',
    async read(cursor, call) {
      const page = await inbox({ cursor }, call);
      return {
        items: page.items.map(({ title, at, readAt, lines }) => ({
          标题: title,
          时间: at,
          已读时间: readAt,
          内容: Object.fromEntries(lines.map(({ label, value }) => [label, value])),
        })),
        cursor: page.cursor,
      };
    },
  },
  {
    name: '谁看过我的信息',
    async read(after, { person, platform }) {
      const { items, cursor } = await openingsOf(person.id, after, OPENINGS_AT_ONCE, platform.database);
      return {
        items: items.map(({ at, byName, role, way, number }) => ({
          时间: at,
          人员: byName,
          岗位: ROLES[role],
          方式: OPENING_WAYS[way],
          投诉编号: number,
        })),
        cursor,
      };
    },
  },
];

/** `part|cursor within it`. @throws Refusal badInput when it isn't one of ours */
function positionOf(cursor: string | undefined): { at: number; inside: string | undefined } {
  if (cursor === undefined) return { at: 0, inside: undefined };
  const [at = '', inside = ''] = cursor.split('|');
  if (!/^\d$/.test(at) || Number(at) >= PARTS.length)
    throw new Refusal('badInput', { fields: { cursor: '请重新导出' } });
  return { at: Number(at), inside: inside === '' ? undefined : inside };
}

/** @throws Refusal tooMany when an export is begun too often */
export const exportMyData: PersonUseCase<'exportMyData'> = async (input, call) => {
  if (input.cursor === undefined) await limitRate('exportMyData', call);
  const { at, inside } = positionOf(input.cursor);
  const part = PARTS[at];
  if (part === undefined) throw new Refusal('badInput');
  const { items, cursor } = await part.read(inside, call);
  const next = cursor !== null ? `${at}|${cursor}` : at + 1 < PARTS.length ? `${at + 1}|` : null;
  return { part: part.name, items, cursor: next };
};
