// Every page that app.json names comes up, for everybody who may open it: a new page is tested without being named here.
import { homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';
import { type Boot, boot } from './boot';
import { openPages } from './drive/open-pages';
import { inDevTools, openPhones, type Phones } from './drive/phones';
import { lineOf } from './estate-line';
import { appJsonOf, pagesOf } from './mini-package';
import { WEAPP_DIR } from './weapp-dir';

const ROUTES = pagesOf(appJsonOf(WEAPP_DIR));

let estate: TestCloud;
let phones: Phones;
let complaint: string;

beforeAll(async () => {
  estate = await startTestCloud();
  phones = openPhones(estate);
  const resident = await estate.resident('wang');
  const { id } = await resident.as('fileComplaint', {
    commandId: newCommandId(),
    kind: 'complaint',
    description: '楼上装修到晚上十点还在敲墙，孩子没法睡觉',
    homeId: homeOf(resident),
    place: { area: '3栋走廊' },
  });
  complaint = id;
}, 240_000);

afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, 240_000);

async function byAutomator(person: TestPerson): Promise<Boot> {
  const opened = await openPages(await phones.of(person), ROUTES, `?id=${complaint}`);
  return { words: opened.words, problems: [...opened.problems, ...phones.problems()] };
}

const people: [string, () => Promise<TestPerson>, RegExp][] = [
  ['a newcomer', () => estate.visitor('newcomer'), /同意并继续/],
  ['a resident', () => estate.resident('wang'), /敲墙/],
  ['the service desk', () => estate.staff('receptionist'), /敲墙/],
  ['a department head', () => estate.staff('head'), /工作台/],
  ['the patrol', () => estate.staff('patrol'), /回访/],
];

test.each(people)(
  '%s opens every page',
  async (_who, person, somewhere) => {
    const who = await person();
    const { words, problems } = inDevTools
      ? await byAutomator(who)
      : await boot({ folder: WEAPP_DIR, line: lineOf(estate, who), query: `?id=${complaint}` });
    expect(problems).toEqual([]);
    expect([...words.keys()]).toEqual(ROUTES);
    expect([...words.values()].join('\n')).toMatch(somewhere);
  },
  inDevTools ? 600_000 : 60_000,
);

test('the same by miniprogram-automator, as DevTools are driven', async () => {
  const { words, problems } = await byAutomator(await estate.resident('wang'));
  expect(problems).toEqual([]);
  expect([...words.keys()]).toEqual(ROUTES);
}, 600_000);
