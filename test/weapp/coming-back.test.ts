/** Only in the runtime: the automation protocol can't put DevTools into the background. */
import { homeOf, newCommandId, startTestCloud, type TestCloud } from '../support/estate';
import { lineOf } from './estate-line';
import { MiniProgram } from './runtime/mini-program';
import { problemText } from './runtime/problems';
import { settle } from './runtime/settle';
import { WEAPP_DIR } from './weapp-dir';

let estate: TestCloud;
beforeAll(async () => {
  estate = await startTestCloud();
}, 240_000);
afterAll(() => estate?.close());

test('who comes back from a message sees how it stands now', async () => {
  const wang = await estate.resident('wang');
  const { id } = await wang.as('fileComplaint', {
    commandId: newCommandId(),
    kind: 'complaint',
    description: '地下车库入口的灯坏了一半',
    homeId: homeOf(wang),
    place: { area: '地下车库' },
  });
  const line = lineOf(estate, wang);
  const program = new MiniProgram(WEAPP_DIR, line);
  try {
    program.router.ways.reLaunch({ url: `/pages/complaint/index?id=${id}` });
    const before = await settle(program, () => line.busy);
    await wang.as('withdraw', {
      commandId: newCommandId(),
      complaintId: id,
      version: (await wang.as('getComplaint', { id })).version,
      reason: '自己修好了',
    });
    expect(before).not.toContain('已撤回');
    program.comeBack();
    expect(await settle(program, () => line.busy)).toContain('撤回');
    expect(program.problems.map(problemText)).toEqual([]);
  } finally {
    program.close();
  }
}, 240_000);
