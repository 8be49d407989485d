/** Gives everybody of the demo a WeChat account and lets them come in by the front door: consent, invitation, contact. */
import { PRIVACY_NOTICE } from '../../cloudfunctions/features/people/privacy-notice';
import { TEMPLATE_CODES, TEMPLATES } from '../../domain/notice/templates';
import { homeText, partsOfAddress } from '../../domain/people/home';
import type { HomeId, PersonId } from '../../types/ids';
import type { LocalCloud, WeChatAccount } from '../cloud';
import { PLAN } from './estates';
import type { Phones } from './phone';
import { NEWCOMERS, RESIDENTS } from './residents';
import { STAFF, type StaffMember } from './staff';
import type { Moment } from './timeline';

/** Whom the stories know by key. */
export interface Cast {
  personId(key: string): PersonId;
  homeId(residentKey: string): HomeId;
}

/** 28 characters, as WeChat's are; the same in every seed. */
const openid = (kind: string, key: string): string => `o${kind}${key.replaceAll('-', '')}`.padEnd(28, 'x').slice(0, 28);

const account = (
  key: string,
  nickname: string,
  title: string,
  group: WeChatAccount['group'],
  more: Pick<WeChatAccount, 'hint' | 'section'> = {},
) => ({
  key,
  nickname,
  title,
  group,
  mpOpenid: openid('MP', key),
  oaOpenid: openid('OA', key),
  unionid: openid('UN', key),
  ...more,
});

const estateName = (id: string): string => PLAN.estates.find((estate) => estate.id === id)?.name ?? '';

/** 春和苑 3栋2单元501, as the list of invitations names it. */
const addressOf = (estate: string, home: string): string => {
  const [building = '', unit = '', room = ''] = partsOfAddress(home) ?? [];
  return `${estateName(estate)} ${homeText({ building, unit, room })}`;
};

/** They say yes in the product, but have the messages switched off in WeChat's own settings: WeChat refuses. */
const SWITCHED_OFF: ReadonlySet<string> = new Set(['resident-feng']);

const RESIDENT_TEMPLATES = TEMPLATE_CODES.filter((code) => TEMPLATES[code].audience === 'resident');
const STAFF_TEMPLATES = TEMPLATE_CODES.filter((code) => TEMPLATES[code].audience === 'staff');

/** Where the page “今天你是谁” has them; the order is that of the staff list. */
const SECTIONS: Record<StaffMember['posts'][number]['role'], string> = {
  receptionist: '接待与主管',
  supervisor: '接待与主管',
  departmentHead: '部门负责人',
  handler: '处理人',
  patrol: '巡楼组',
  manager: '经理与公司',
  generalManager: '经理与公司',
  quality: '经理与公司',
  admin: '经理与公司',
};
const sectionOf = ([post]: StaffMember['posts']): string => (post === undefined ? '' : SECTIONS[post.role]);

/** How the phone names the templates of the messages, and their fields. */
export const registerTemplates = (cloud: LocalCloud): void =>
  cloud.wechat.registerTemplates(
    TEMPLATE_CODES.map((id) => ({
      id,
      title: TEMPLATES[id].title,
      fields: Object.fromEntries(TEMPLATES[id].fields.map(({ key, label }) => [key, label])),
    })),
  );

/** What WeChat's pop-up gives when it is answered with yes: one message of each template, in both ledgers. */
/** WeChat asks for at most three templates with one tap. */
const ASKED_PER_TAP = 3;

export async function allowMessages(
  key: string,
  audience: 'resident' | 'staff',
  cloud: LocalCloud,
  phones: Phones,
  at: Moment,
  times = 1,
): Promise<void> {
  const codes = audience === 'resident' ? RESIDENT_TEMPLATES : STAFF_TEMPLATES;
  for (let n = 0; n < times; n += 1) {
    for (let asked = 0; asked < codes.length; asked += ASKED_PER_TAP) {
      const answers = codes.slice(asked, asked + ASKED_PER_TAP).map((templateId) => ({ templateId, accepted: true }));
      await phones.mini(key, 'recordSubscribeConsent', { commandId: phones.commandId(), answers }, at);
    }
  }
  if (SWITCHED_OFF.has(key)) return;
  for (const code of codes) cloud.wechat.grant(phones.account(key).mpOpenid, code, times);
}

/** Invitations for those who want to try it as somebody new: homes in all buildings where nobody of the demo lives. */
function unusedOf(codes: ReadonlyMap<string, string>): { for: string; code: string }[] {
  const lived = new Set([...RESIDENTS, ...NEWCOMERS].map(({ estate, home }) => addressOf(estate, home)));
  const spread = PLAN.estates.map(({ name }) => {
    const free = [...codes].filter(([address]) => address.startsWith(`${name} `) && !lived.has(address));
    const step = free.length / OFFERED_PER_ESTATE;
    return Array.from({ length: OFFERED_PER_ESTATE }, (_none, n) => free[Math.floor((n + 0.5) * step)] ?? []);
  });
  return Array.from({ length: OFFERED_PER_ESTATE }, (_none, n) => spread.map((homes) => homes[n] ?? []))
    .flat()
    .flatMap(([address, code]) => (address === undefined || code === undefined ? [] : [{ for: address, code }]));
}
const OFFERED_PER_ESTATE = 20;

/** @param codes invitation codes by home, as founding gave them */
export async function bringIn(
  cloud: LocalCloud,
  phones: Phones,
  codes: ReadonlyMap<string, string>,
  at: Moment,
): Promise<Cast> {
  const people = new Map<string, PersonId>();
  const homes = new Map<string, HomeId>();
  const consent = { version: PRIVACY_NOTICE.version };
  const codeOf = (estate: string, home: string): string => codes.get(addressOf(estate, home)) ?? '';

  for (const { key, name, estate, home, known } of RESIDENTS) {
    const address = addressOf(estate, home);
    phones.add(account(key, name, known === undefined ? address : `${address} · ${known}`, '住户'));
  }
  for (const { key, name, estate, home } of NEWCOMERS) {
    const hint = `邀请码 ${codeOf(estate, home)}，可绑定 ${addressOf(estate, home)}`;
    phones.add(account(key, name, '刚搬来，第一次打开回音', '住户', { hint }));
  }
  for (const { key, name, title, posts } of STAFF)
    phones.add(account(key, name, title, '员工', { section: sectionOf(posts) }));
  cloud.wechat.offerInvitations(unusedOf(codes));

  await Promise.all([
    ...RESIDENTS.map(async ({ key, name, phone, estate, home }) => {
      await phones.mini(key, 'agreeToPrivacyNotice', consent, at);
      const bound = await phones.mini(key, 'bindHome', { code: codeOf(estate, home) }, at);
      const me = await phones.mini(key, 'saveContact', { name, phone }, at);
      homes.set(key, bound.home.id);
      if (me.personId !== null) people.set(key, me.personId);
    }),
    ...STAFF.map(async ({ key, code }) => {
      await phones.mini(key, 'agreeToPrivacyNotice', consent, at);
      const me = await phones.mini(key, 'joinStaff', { code }, at);
      if (me.personId !== null) people.set(key, me.personId);
      await allowMessages(key, 'staff', cloud, phones, at);
    }),
  ]);

  const known = <T>(from: ReadonlyMap<string, T>, key: string): T => {
    const found = from.get(key);
    if (found === undefined) throw new Error(`the demo doesn't know ${key}`);
    return found;
  };
  return { personId: (key) => known(people, key), homeId: (key) => known(homes, key) };
}
