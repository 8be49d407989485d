/** The last two months: what happened is over, most of it well. */
import { Chance } from './chance';
import { DAY, HOUR, MINUTE, midnightOf } from './hours';
import { MATTERS } from './matters/all-matters';
import type { Matter } from './matters/matter';
import { usualPace } from './pace';
import type { Filer, Plot, Step, Twists, Verdict } from './plot';
import { RESIDENTS } from './residents';
import type { EstateKey } from './estates';
import type { Moment } from './timeline';

const CONTENT: readonly [Verdict, ...Verdict[]] = [
  { solved: true, satisfaction: 5, opinions: '处理很快，师傅还把现场打扫干净了。' },
  { solved: true, satisfaction: 4, opinions: '解决了，希望以后少发生。' },
  { solved: true, satisfaction: 5, opinions: '' },
  { solved: true, satisfaction: 4, opinions: '态度很好，就是等得久了一点。' },
  { solved: true, satisfaction: 3, opinions: '问题是解决了，但是我打了两次电话才有人管。' },
  { solved: true, satisfaction: 5, opinions: '谢谢，点赞！' },
  { solved: true, satisfaction: 4, opinions: '建议公告里写清楚时间。' },
];
const DISCONTENT: Verdict = {
  solved: false,
  satisfaction: 2,
  opinions: '只是临时弄了一下，没过两天又是老样子。',
  wantsFollowUp: true,
};

interface Course {
  twists: Twists;
  late: Partial<Record<Step, number>>;
}

/** What goes otherwise than usual, in turn; most days nothing does. */
const COURSES: readonly Course[] = [
  { twists: {}, late: {} },
  { twists: { informBy: 'phone' }, late: {} },
  { twists: { urged: '怎么还没消息？' }, late: { sign: 75 } },
  { twists: { survey: 'ignored' }, late: {} },
  { twists: { rework: '照片里还能看到遗留问题，请处理到位后再报结。' }, late: {} },
  { twists: {}, late: {} },
  { twists: { returned: '经核实不属于本部门职责，请派给对口部门。' }, late: {} },
  { twists: { postponed: { reason: '配件还在路上，预计明天到货，已电话向住户说明。', hours: 20 } }, late: {} },
  { twists: { informBy: 'read' }, late: {} },
  { twists: { note: '现场情况已拍照留存，注意与前期记录对照。' }, late: { dispatch: 24 } },
  { twists: { informBy: 'visit' }, late: {} },
  { twists: { survey: DISCONTENT, visit: DISCONTENT }, late: {} },
  { twists: {}, late: { complete: 19 * 60 } },
  { twists: { added: '补充一下，刚才又出现了一次，时间是晚上八点左右。' }, late: {} },
  { twists: { reason: { code: 'SV-23', note: '属我方管理疏漏' } }, late: {} },
  { twists: { notReached: 3, survey: 'ignored' }, late: {} },
  { twists: { reopened: '你们说修好了，今天一看还是一样，请再来看看。' }, late: {} },
  {
    twists: { reason: { code: 'SV-05', note: '多次反映仍未解决' }, planReturned: '请补充时间节点和临时措施后再报。' },
    late: { callback: 3 * 24 * 60 },
  },
  { twists: { withdrawn: '已经自己解决了，不用再来，谢谢。' }, late: {} },
];

const CALLERS: readonly [Extract<Filer, { by: 'staff' }>['caller'], ...Extract<Filer, { by: 'staff' }>['caller'][]] = [
  { name: '匡先生', phone: '13905713301' },
  { name: '葛女士', phone: '13905713302' },
  { name: '史阿姨', phone: '057185213303' },
  { name: '毕先生', phone: '13905713304' },
];

const CHANNELS = [
  'hotline',
  'frontDesk',
  'hotline',
  'onSite',
  'letter',
  'frontDesk',
  'suggestionBox',
  'email',
  'superior',
] as const;

const HEARD_BY: Record<EstateKey, { desk: string; outside: string }> = {
  chunhe: { desk: 'receptionist-chen', outside: 'patrol-gao' },
  yunqi: { desk: 'receptionist-yu', outside: 'handler-shi' },
};

function filerOf(n: number, estate: EstateKey, matter: Matter, chance: Chance): Filer {
  const own = RESIDENTS.filter((resident) => resident.estate === estate && resident.key !== 'resident-huang');
  const resident = own[n % own.length];
  if (resident === undefined) throw new Error(`nobody lives in ${estate}`);
  if (n % 5 === 3) {
    const channel = CHANNELS[Math.floor(n / 5) % CHANNELS.length] ?? 'hotline';
    const known = chance.holds(0.6);
    return {
      by: 'staff',
      key: channel === 'onSite' ? HEARD_BY[estate].outside : HEARD_BY[estate].desk,
      channel,
      caller: known ? { name: resident.name, phone: resident.phone } : chance.pick(CALLERS),
      ...(known || matter.area === '' ? { resident: resident.key } : {}),
    };
  }
  return { by: 'resident', key: resident.key, through: n % 9 === 4 ? 'officialAccount' : 'miniprogram' };
}

/** One plot per matter, spread over the days from `first` to `last`. */
export function historyOf(first: Moment, last: Moment): Plot[] {
  const chance = new Chance(20_261_121);
  const whole = last - first;
  return MATTERS.map((matter, n) => {
    const estate: EstateKey = n % 5 < 3 ? 'chunhe' : 'yunqi';
    const day = midnightOf(first + (whole * n) / MATTERS.length + chance.between(-10, 10) * HOUR);
    const filedAt = Math.min(Math.max(day + chance.between(7 * 60 + 20, 22 * 60) * MINUTE, first), last);
    const { twists, late } = COURSES[n % COURSES.length] ?? { twists: {}, late: {} };
    const verdict = chance.pick(CONTENT);
    return {
      matter,
      estate,
      filer: filerOf(n, estate, matter, chance),
      filedAt,
      twists: { survey: verdict, visit: verdict, ...twists },
      photos: n % 2 === 0,
      turn: n,
      ...usualPace(new Chance(n + 1), late, twists.postponed?.hours ?? 0),
    };
  });
}

export const HISTORY_DAYS = 60;
/** The last days belong to what is open today. */
export const LAST_DAY_AGO = 3.2 * DAY;
