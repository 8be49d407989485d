/** The register finds what stands in a complaint, however long and whenever written, by index (RG-05). */
import { COLLECTIONS } from '../../cloudfunctions/platform/schema';
import { gramsToFind } from '../../domain/complaint/search-grams';
import { branchesOf } from '../../localcloud/engine/filter';
import { planBranch } from '../../localcloud/engine/plan';
import { Sqlite } from '../../localcloud/engine/sqlite';
import { Table } from '../../localcloud/engine/table';
import { CUIHU } from '../support/estate';
import {
  cmd,
  departmentNamed,
  filing,
  get,
  on,
  resident,
  staff,
  test_,
  toHandling,
  withPathPeople,
} from '../support/path-people';

withPathPeople();

const found = async (q: string, by = staff.supervisor) =>
  (await by.as('register', { estateId: CUIHU, q })).items.map((card) => card.id);

/** As many different characters as a filing may have at most, and none twice beside another. */
const longest = (end: string): string =>
  Array.from({ length: 2000 - end.length }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('') + end;

test('[RG-05] the last words of the longest filing are found like the first', async () => {
  const { id } = await resident.as('fileComplaint', filing({ description: longest('，还有蝙蝠粪') }));
  expect(await found('蝙蝠')).toEqual([id]);
});

test('[RG-05] words that came later are found: what was added, and why it was opened again', async () => {
  let view = await toHandling('一楼大堂的灯不亮');
  view = await get(resident, view.id);
  await resident.as('addWords', { ...on(view), text: '旁边的信报箱也撬坏了' });
  expect(await found('信报箱')).toEqual([view.id]);
  view = await staff.handler.as('complete', {
    ...on(await get(staff.handler, view.id)),
    outcome: 'fixed',
    result: '已更换灯管',
    noPhotoReason: '夜间作业',
  });
  await staff.receptionist.as('passReview', on(await get(staff.receptionist, view.id)));
  await resident.as('reopen', { ...on(await get(resident, view.id)), why: '换完还是频闪' });
  expect(await found('频闪')).toEqual([view.id]);
  // Neither the phone number nor anything else by which it was found before is lost with that.
  expect(await found('13800138000')).toContain(view.id);
  expect(await found('大堂')).toEqual([view.id]);
});

test('[RG-05, IN-09] its own department finds a hidden complaint by its number, another one doesn’t, and nobody’s home by words', async () => {
  const { id, number } = await resident.as(
    'fileComplaint',
    filing({ description: '电梯维修工野蛮施工，还骂人', hideIdentity: true }),
  );
  const view = await get(staff.receptionist, id);
  if (view.state === 'registered')
    await staff.receptionist.as('dispatch', {
      ...on(view),
      kind: 'complaint',
      category: 'lift',
      responsibility: 'own',
      departmentId: departmentNamed(view, '工程维修部'),
    });
  const { items } = await staff.head.as('register', { q: number });
  expect(items.map((card) => [card.id, card.homeText])).toEqual([[id, '']]);
  expect(await found(number, staff.orderHead)).toEqual([]);
  for (const q of ['3栋1单元101', '13800138000', '王小明']) expect(await found(q, staff.head)).not.toContain(id);
});

test('[RG-05] a search is one question to the complaints, however many there are, read from the index of the words', async () => {
  const { counters } = test_.cloud;
  const cost = async () => {
    await found('电梯');
    counters.reset();
    await found('电梯');
    return Object.values(counters.byAction()).reduce((sum, calls) => sum + calls, 0);
  };
  expect(await cost()).toBeLessThanOrEqual(3);
  for (let n = 0; n < 12; n += 1)
    await resident.as('fileComplaint', { ...filing({ description: `第 ${n} 次反映电梯异响` }), commandId: cmd() });
  expect(await cost()).toBeLessThanOrEqual(3);

  const complaints = COLLECTIONS.find(({ name }) => name === 'complaints');
  if (complaints === undefined) throw new Error('no complaints');
  const table = new Table(new Sqlite(':memory:'), complaints);
  const planOf = (departments: { departmentId?: { $in: string[] } }) =>
    branchesOf({ grams: { $all: gramsToFind(CUIHU, '电梯漏水') }, estateId: CUIHU, ...departments }).map((branch) => {
      const newestFirst = [
        ['filedAt', -1],
        ['_id', -1],
      ] as const;
      const { index, sorted } = planBranch(table, branch, newestFirst, () => false);
      return [index.schema.name, sorted];
    });
  expect(planOf({})).toEqual([['search', true]]);
  // A head's search may go along the complaints of their departments instead; never along the estate's.
  expect(planOf({ departmentId: { $in: ['a', 'b'] } })).toEqual([['registerDepartment', true]]);
});
