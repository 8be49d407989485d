/**
 * The whole path on the production package, driven by miniprogram-automator: filed, dispatched, signed for, planned,
 * completed, reviewed, reopened by the resident, done again, called back, reopened by the callback. The same spec runs
 * against DevTools: `npm run test:devtools`, docs/WEAPP.md.
 */
import type { ComplaintId } from '../../types/ids';
import { startTestCloud, type StaffKey, type TestCloud } from '../support/estate';
import type { Phone } from './drive/phone';
import { openPhones, type Phones } from './drive/phones';

const SAID = '走廊里整夜有怪声，像风又像机器，不知道该找谁看看';
const HOME = '3栋1单元201';
const DESK = 'staff/desk/index';

let estate: TestCloud;
let phones: Phones;
let number = '';
let broken = false;

beforeAll(async () => {
  estate = await startTestCloud();
  phones = openPhones(estate);
}, 240_000);

afterAll(async () => {
  await phones?.close();
  await estate?.close();
}, 240_000);

/** One after the other: where one fails, the next can't begin. */
const step = (title: string, run: () => Promise<void>) =>
  test(title, async () => {
    if (broken) throw Object.assign(new Error(), { stack: 'an earlier step failed' });
    broken = true;
    await run();
    expect(phones.problems()).toEqual([]);
    broken = false;
  }, 900_000);

const resident = async (): Promise<Phone> => phones.of(await estate.visitor('newcomer'));

/** Somebody of the staff, on the desk as it stands now. */
async function atDesk(key: StaffKey): Promise<Phone> {
  const phone = await phones.of(await estate.staff(key));
  await phone.open(`/${DESK}`);
  await phone.isOn(DESK);
  await phone.pullDown();
  return phone;
}

/** Opens the duty's form, fills it, sends it, and waits until it was taken. */
async function does(key: StaffKey, duty: string, act: string, fill: (form: Phone) => Promise<void>): Promise<void> {
  const phone = await atDesk(key);
  await phone.press(`${duty}，${number}`);
  await phone.isOn('staff/case/index');
  await fill(phone);
  await phone.press(act);
  await phone.hears(`${act}成功`);
}

/** The manager has a notice to open about it too, which is due first; opening the case opens it (DP-02). */
async function signsPlan(measures: string): Promise<void> {
  const manager = await atDesk('manager');
  await manager.press(new RegExp(`，${number}$`));
  await manager.isOn('staff/case/index');
  await manager.sees(measures);
  await manager.press('签批方案');
  // The form stands there now; its own button bears the same name.
  await manager.write('备注', '同意');
  await manager.press('签批方案');
  await manager.hears('签批方案成功');
}

/** From the head's signature to the end of the work. */
async function round(findings: string, measures: string, result: string): Promise<void> {
  // Who has not joined yet can't be named.
  await estate.staff('handler');
  await does('head', '签收', '签收', (form) => form.choose('处理人', '陈涛'));
  await does('handler', '登记调查情况', '登记调查', async (form) => {
    await form.write('调查情况', findings);
    await form.choose('投诉是否属实', '属实');
  });
  await does('handler', '制定处理方案', '制定方案', async (form) => {
    await form.write('处理措施', measures);
    await form.choose('预计完成时间', '明天 18:00');
  });
  await signsPlan(measures);
  await does('handler', '处理并填写结果', '办结', async (form) => {
    await form.choose('处理结论', '已解决');
    await form.write('处理结果', result);
    await form.addPhoto();
  });
}

async function passes(result: string): Promise<void> {
  const desk = await phones.of(await estate.staff('receptionist'));
  await desk.open('/staff/review/index');
  await desk.pullDown();
  await desk.sees(result);
  await desk.press('通过');
  await desk.hears(`${number} 审核通过，将告知住户`);
}

/** The resident looks at their complaint, and sees these words. */
async function reads(words: string): Promise<Phone> {
  const phone = await resident();
  await phone.open('/pages/mine/index');
  await phone.press(new RegExp(SAID));
  await phone.sees(words);
  return phone;
}

/** The signature stands with the callback. */
async function picturesOfTheCallback(): Promise<number | undefined> {
  const supervisor = await estate.staff('supervisor');
  const { items } = await supervisor.as('register', { q: number });
  const { timeline } = await supervisor.as('getComplaint', { id: items[0]?.id ?? ('' as ComplaintId) });
  return timeline.find(({ type }) => type === 'calledBack')?.photos.length;
}

describe('the whole path on the production package', () => {
  step(
    '[IN-05] a newcomer agrees, is told at the field that a code is wrong, binds a home, leaves a phone',
    async () => {
      const phone = await resident();
      await phone.sees('每一条投诉都有回音');
      await phone.press('同意并继续');
      await phone.sees('您住在哪里？');
      await phone.write('邀请码', 'ZZZZ-ZZZZ');
      await phone.press('绑定房屋');
      await phone.sees('邀请码无效');
      expect(await phone.valueOf('邀请码')).toBe('ZZZZ-ZZZZ');
      await phone.write('邀请码', estate.homeCode(`翠湖花园 ${HOME}`).toLowerCase());
      await phone.press('绑定房屋');
      await phone.sees(`已绑定 ${HOME}`);
      await phone.write('称呼', '何女士');
      await phone.write('手机号', '13712345678');
      await phone.press('完成');
      await phone.sees('一分钟说清楚');
    },
  );

  step(
    '[IN-01, IN-06] files with a photo; a description too short keeps the form; asked for messages at the end',
    async () => {
      const phone = await resident();
      await phone.press(/^我要投诉/);
      await phone.isOn('pages/file/index');
      await phone.choose('在哪里', '其他地方');
      await phone.write('写明地点', '3栋2层走廊');
      await phone.addPhoto();
      await phone.write('发生了什么', '怪声');
      await phone.press('提交投诉');
      await phone.sees('再多写几个字');
      expect(await phone.valueOf('写明地点')).toBe('3栋2层走廊');
      await phone.write('发生了什么', SAID);
      await phone.press('提交投诉');
      number = await phone.sees(/CH-\d{6}-\d{4}/);
      await phone.sees('我们承诺');
      await phone.press('查看进度');
      await phone.isOn('pages/complaint/index');
      await phone.sees('3栋2层走廊');
    },
  );

  step('[RG-02, RG-03, DP-01] the receptionist corrects the proposal and dispatches', async () => {
    const phone = await atDesk('receptionist');
    await phone.press('派单');
    await phone.isOn('staff/triage/index');
    await phone.sees(number);
    await phone.press('修改');
    await phone.choose('责任部门', '工程维修部');
    await phone.press('全部类别');
    await phone.choose('问题类别', '设施设备');
    await phone.press('派单');
    await phone.hears(`${number} 已派给工程维修部`);
  });

  step('[SV-23] the supervisor finds a fault in the management: the complaint becomes a serious one', async () => {
    const phone = await phones.of(await estate.staff('supervisor'));
    await phone.open('/staff/register/index');
    await phone.press(new RegExp(`^${number}，`));
    await phone.isOn('staff/case/index');
    await phone.sees('经过');
    if (!(await phone.canPress('增加定级依据'))) await phone.press('更多操作');
    await phone.press('增加定级依据');
    await phone.choose('依据', '管理或服务有过失');
    await phone.write('说明', '同类噪声上月已报修未处理');
    await phone.press('增加定级依据');
    await phone.hears('增加定级依据成功');
  });

  step('[DP-01, HD-01, HD-02] signed for, investigated, planned, the plan signed, completed', () =>
    round('走廊吊顶内风机轴承磨损', '更换风机轴承并加减振垫', '已更换风机轴承'),
  );

  step('[RV-01] the desk sends it back with a reason, the handler completes again, the desk passes it', async () => {
    const desk = await phones.of(await estate.staff('receptionist'));
    await desk.open('/staff/review/index');
    await desk.sees('已更换风机轴承');
    await desk.press('退回返工');
    await desk.write('返工原因', '请写明夜里复测的结果');
    await desk.press('退回返工');
    await desk.hears(`${number} 已退回返工`);
    await does('handler', '处理并填写结果', '办结', async (form) => {
      await form.choose('处理结论', '已解决');
      await form.write('处理结果', '已更换风机轴承，夜里复测 31 分贝');
      await form.addPhoto();
    });
    await passes('夜里复测 31 分贝');
  });

  step('[IF-02, SV-12] the resident reads the result and says that it is not solved', async () => {
    const phone = await reads('夜里复测 31 分贝');
    await phone.press('还没解决');
    await phone.write('哪里没有解决', '昨天夜里两点又响了');
    await phone.press('退回重新处理');
    await phone.hears('已退回，重新开始办理');
  });

  step('[CB-07] round two, up to the result passed again', async () => {
    await round('风管支架松动，低负荷时共振', '加固支架并调整转速', '支架已加固，连续两夜复测正常');
    await passes('连续两夜复测正常');
    await reads('连续两夜复测正常');
  });

  step('[CB-01, CB-04, CB-05, CB-07] the patrol calls back; what is still not solved is opened again', async () => {
    const phone = await atDesk('patrol');
    await phone.press('回访路线');
    await phone.isOn('staff/callbacks/index');
    await phone.press(`开始回访 ${HOME}`);
    await phone.isOn('staff/visit/index');
    await phone.sees('支架已加固，连续两夜复测正常');
    await phone.press('完成回访');
    await phone.sees('请选择是否联系上');
    await phone.choose('联系上了吗？', '联系上了');
    await phone.choose('问题解决了吗？', '没解决');
    await phone.choose('满意吗？', '不满意');
    await phone.choose('还要继续跟进吗？', '需要');
    await phone.write('住户的意见', '又响了一夜');
    await phone.draws('#signature', '重签');
    await phone.press('完成回访');
    await phone.hears('回访已登记');
    expect(await picturesOfTheCallback()).toBe(1);
    await reads('重新办理');
  });
});
