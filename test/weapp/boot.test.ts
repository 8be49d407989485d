// Every page that app.json names comes up, for everybody who may open it: a new page is tested without being named here.
import { homeOf, newCommandId, startTestCloud, type TestCloud, type TestPerson } from '../support/estate';
import { boot } from './boot';
import { lineOf } from './estate-line';
import { appJsonOf, pagesOf } from './mini-package';
import { WEAPP_DIR } from './weapp-dir';

let estate: TestCloud;
let complaint: string;

beforeAll(async () => {
  estate = await startTestCloud();
  const resident = await estate.resident('wang');
  const { id } = await resident.as('fileComplaint', {
    commandId: newCommandId(),
    kind: 'complaint',
    description: '楼上装修到晚上十点还在敲墙，孩子没法睡觉',
    homeId: homeOf(resident),
    place: { area: '3栋走廊' },
  });
  complaint = id;
}, 60_000);

afterAll(() => estate?.close());

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
    const line = lineOf(estate, await person());
    const { words, problems } = await boot({ folder: WEAPP_DIR, line, query: `?id=${complaint}` });
    expect(problems).toEqual([]);
    expect([...words.keys()]).toEqual(pagesOf(appJsonOf(WEAPP_DIR)));
    expect([...words.values()].join('\n')).toMatch(somewhere);
  },
  60_000,
);
