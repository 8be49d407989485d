/** What an admin, a supervisor and the desk set and record day by day, in front of the real pages. */
import { BrowserEstate } from '../support/browser-estate';
import { CUIHU } from '../support/estate';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 90_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
  house.estate.at('2026-11-21T01:00:00.000Z');
  await house.estate.database.update('estates', CUIHU, { nextRoutineAt: '2026-11-20T16:00:00.000Z' });
}, 240_000);
afterAll(() => house?.close(), 60_000);

watched(
  '[RP-09] an admin changes a number with a reason, is told at the field what is wrong, and finds it in the history',
  async () => {
    const admin = await house.comesToWork('admin');
    await admin.press('规则设置');
    await admin.isOn('规则设置');
    // [CK-01] The year without a calendar is said aloud.
    await admin.locator
      .getByRole('alert')
      .getByText(/尚未公布 2027 年/)
      .waitFor();
    await admin.press('修改回访与重新打开');
    await admin.write('一般投诉回访比例不低于', '40');
    await admin.write('修改原因', '巡楼组缺编');
    admin.expectsFailureOf('changePolicy');
    await admin.press('保存回访与重新打开');
    await admin.sees('一般投诉回访比例低于 60% 时，须写明理由（至少 5 个字）');
    await admin.write('一般投诉回访比例不低于', '75');
    await admin.press('保存回访与重新打开');
    await admin.sees('75%');
    await admin.sees('一般投诉回访比例不低于：按上级 → 75%');
    await admin.sees('巡楼组缺编');
  },
);

watched('[DP-06] a supervisor sends a category to another department', async () => {
  const supervisor = await house.comesToWork('supervisor');
  await supervisor.press('派单表');
  await supervisor.isOn('派单表');
  await supervisor.press('电梯，按惯例：工程维修部');
  await supervisor.choose('部门', '物业管理部（秩序）');
  await supervisor.write('修改原因', '电梯维保改由秩序部联络');
  await supervisor.press('保存');
  await supervisor.sees('电梯：按惯例 → 物业管理部（秩序）');
});

watched('[IN-04] the desk finds the box among its work and records that it was empty', async () => {
  await house.estate.runClock();
  const receptionist = await house.comesToWork('receptionist');
  await receptionist.press('翠湖花园投诉箱待开箱');
  await receptionist.isOn('投诉箱');
  await receptionist.press('2026-11-21 空箱，没有信件');
  await receptionist.sees(/张丽 开箱/);
  await receptionist.sees('空箱');
});
