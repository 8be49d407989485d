/** From a newcomer's thumb to a closed form and the register, through the real pages, everybody with a browser of their own. */
import type { Part, Person } from '../support/browser';
import { BrowserEstate } from '../support/browser-estate';

let house: BrowserEstate;
let number = '';
let failed = false;

const SAID = '走廊里整夜有怪声，像风又像机器，不知道该找谁看看';
const HOME = '3栋1单元201';

const ROUND = [
  '部门已签收',
  '由 陈涛 处理',
  '已查明情况',
  '制定处理方案，待经理签批',
  '已阅（经理）',
  '经理签批方案',
  '开始处理',
];
const PASSED = ['处理完成：已解决', '服务中心审核通过', '已告知住户（住户已查看）', '列入回访（上门）'];
const WHOLE_WAY = [
  ...['提交投诉', '系统建议分类', '更正分类', '派给工程维修部', '定级依据：管理或服务有过失', '级别升为重要'],
  ...[...ROUND, '处理进展', '处理完成：已解决', '审核未通过，退回返工', ...PASSED],
  ...['重新打开（第 2 轮）', '级别升为热点', ...ROUND, ...PASSED, '回访（上门）', '投诉关闭'],
];

/** One after the other: where one fails, the next can't begin. */
const step = (title: string, run: () => Promise<void>) =>
  test(title, async () => {
    // Without a stack: nothing is to be looked for here.
    if (failed) throw Object.assign(new Error(), { stack: 'an earlier step failed' });
    failed = true;
    await house.watching(run);
    failed = false;
  }, 90_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
}, 240_000);
afterAll(() => house?.close(), 60_000);

async function backToTheDesk(person: Person): Promise<void> {
  if (!person.route.startsWith('/staff/desk')) await person.press('返回');
  await person.isOn('工作台');
  await person.comesBack();
}

/** Presses the duty on the desk, as it stands there now; @returns the form that opens. */
async function takesUp(person: Person, duty: string, form: string): Promise<Part> {
  await backToTheDesk(person);
  await person.press(`${duty}，${number}`);
  return person.sheet(form);
}

/** Sends the form and waits until it was taken. */
async function sends(person: Person, form: Part, act: string): Promise<void> {
  await form.press(act);
  // The words alone might still be those of the act before.
  await form.locator.waitFor({ state: 'hidden' });
  await person.hears(`${act}成功`);
}

async function signsFor(head: Person): Promise<void> {
  const form = await takesUp(head, '签收', '签收');
  await form.choose('处理人', '陈涛');
  await sends(head, form, '签收');
}

async function investigatesAndPlans(handler: Person, findings: string, measures: string): Promise<void> {
  const investigation = await takesUp(handler, '登记调查情况', '登记调查');
  await investigation.write('调查情况', findings);
  await investigation.choose('投诉是否属实', '属实');
  await sends(handler, investigation, '登记调查');
  const plan = await takesUp(handler, '制定处理方案', '制定方案');
  await plan.write('处理措施', measures);
  await plan.choose('预计完成时间', '明天 18:00');
  await sends(handler, plan, '制定方案');
}

async function signsPlan(manager: Person, measures: string): Promise<void> {
  await backToTheDesk(manager);
  // What was passed to the manager (DP-02) may stand before the plan.
  await manager.press(new RegExp(`^${number}，`));
  await manager.press('签批方案');
  const form = manager.sheet('签批方案');
  await form.sees(measures);
  await sends(manager, form, '签批方案');
}

async function completes(handler: Person, result: string): Promise<void> {
  const form = await takesUp(handler, '处理并填写结果', '办结');
  await form.choose('处理结论', '已解决');
  await form.write('处理结果', result);
  if ((await form.button('照片 1').count()) === 0) await form.addPhoto('brightHall');
  await sends(handler, form, '办结');
}

async function passes(desk: Person, result: string): Promise<void> {
  await desk.comesBack();
  await desk.sees(result);
  await desk.press('通过');
  await desk.hears(`${number} 审核通过，将告知住户`);
}

describe('the whole path through the pages', () => {
  let resident: Person;
  let receptionist: Person;
  let head: Person;
  let handler: Person;
  let manager: Person;
  let supervisor: Person;

  step(
    '[IN-05] a newcomer says who they are, agrees, and learns at the field that an invitation code is wrong',
    async () => {
      resident = await house.crowd.arrives('resident');
      await resident.enter(/我是新住户/);
      await resident.isOn('欢迎');
      await resident.press('同意并继续');
      await resident.sees('您住在哪里？');

      resident.expectsFailureOf('bindHome');
      await resident.write('邀请码', 'ZZZZ-ZZZZ');
      await resident.press('绑定房屋');
      await resident.locator.getByRole('alert').getByText('邀请码无效').waitFor();
      const code = resident.field('邀请码');
      expect(await code.getAttribute('aria-invalid')).toBe('true');
      expect(await code.inputValue()).toBe('ZZZZ-ZZZZ');

      await resident.write('邀请码', house.estate.homeCode(`翠湖花园 ${HOME}`).toLowerCase());
      await resident.press('绑定房屋');
      await resident.sees(`已绑定 ${HOME}`);
      await resident.write('称呼', '何女士');
      await resident.write('手机号', '13712345678');
      await resident.press('完成');
      await resident.isOn('翠湖花园');
    },
  );

  step(
    '[IN-01, IN-06] files with photo, video, place, wish and dates; an empty description keeps the form; a double click files once',
    async () => {
      await resident.press(/^我要投诉/);
      await resident.isOn('我要投诉');
      await resident.choose('在哪里', '其他地方');
      await resident.write('写明地点', '3栋2层走廊');
      await resident.addPhoto('darkHall');
      await resident.addVideo();
      // One is what the policy allows.
      expect(await resident.button('添加视频').count()).toBe(0);
      await resident.press('提交投诉');
      await resident.locator.getByRole('alert').getByText('请写一写发生了什么').waitFor();
      expect(await resident.field('写明地点').inputValue()).toBe('3栋2层走廊');
      expect(await resident.button('照片 1').count()).toBe(1);

      await resident.write('发生了什么', SAID);
      await resident.press(/^补充更多/);
      await resident.write('希望怎么解决', '找到声源并修好');
      await resident.choose('希望什么时候前解决', '3 天内');
      const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 16);
      await resident.write('什么时候发生的', yesterday);
      await resident.button('提交投诉').dblclick();

      await resident.isOn('收到了');
      number = ((await (await resident.sees(/^CH-\d{6}-\d{4}$/)).textContent()) ?? '').trim();
      await resident.sees('我们承诺');
      await resident.sees('接下来');
      await resident.sees(/0755-26001234/);
      await resident.press('回首页');
      await resident.tab('我的');
      await resident.isOn('我的');
      await resident.button(new RegExp(SAID)).waitFor();
      expect(await resident.button(new RegExp(SAID)).count()).toBe(1);
      await resident.press(new RegExp(SAID));
      await resident.isOn('办理进度');
      await resident.sees('3栋2层走廊');
      await resident.press(/^播放.*视频 1$/);
      expect(await resident.locator.locator('video').getAttribute('src')).toMatch(/vd_[\w-]+\.mov\?/);
      await resident.press(/^收起.*视频 1$/);
      await resident.locator.locator('video').waitFor({ state: 'detached' });
    },
  );

  step('[RG-02, RG-03, DP-01] the receptionist corrects the proposal and dispatches', async () => {
    receptionist = await house.comesToWork('receptionist');
    await receptionist.press('派单');
    await receptionist.isOn('派单');
    await receptionist.sees(number);
    await receptionist.sees('系统建议');
    await receptionist.press('修改');
    const form = receptionist.sheet('派单');
    await form.choose('责任部门', '工程维修部');
    await form.press('全部类别');
    await form.choose('问题类别', '设施设备');
    await form.press('派单');
    await receptionist.hears(`${number} 已派给工程维修部`);
    await receptionist.sees('都派完了');
  });

  step('[SV-23] the supervisor adds a reason for the severity, with a note', async () => {
    supervisor = await house.comesToWork('supervisor');
    await supervisor.press('一览表');
    await supervisor.isOn('客户投诉一览表');
    await supervisor.press(new RegExp(`^${number}，`));
    await supervisor.isOn('投诉详情');
    await supervisor.button('更多操作').waitFor();
    if ((await supervisor.button('增加定级依据').count()) > 0) await supervisor.press('增加定级依据');
    else {
      await supervisor.press('更多操作');
      await supervisor.sheet('更多操作').press('增加定级依据');
    }
    const form = supervisor.sheet('增加定级依据');
    await form.choose('依据', '管理或服务有过失');
    await form.write('说明', '同类噪声上月已报修未处理');
    await sends(supervisor, form, '增加定级依据');
  });

  step(
    '[DP-01, HD-01, HD-02] the head signs and names the handler, who investigates and plans; the manager signs the plan',
    async () => {
      handler = await house.comesToWork('handler');
      head = await house.comesToWork('head');
      await signsFor(head);
      await investigatesAndPlans(handler, '走廊吊顶内风机轴承磨损', '更换风机轴承并加减振垫');
      manager = await house.comesToWork('manager');
      await signsPlan(manager, '更换风机轴承并加减振垫');
    },
  );

  step('[CA-01, CA-02] the action it made necessary is written, done and verified on its page', async () => {
    await backToTheDesk(head);
    await head.press('纠正预防措施：1 项待办');
    await head.isOn('纠正预防措施');
    await head.press(new RegExp(`^${number}-JZ，\\s*待制定措施`));
    await head.press('制定措施');
    const report = head.sheet('制定措施');
    await report.write('原因分析', '风管支架长期未紧固');
    await report.write('纠正措施', '全楼支架逐一加固');
    await report.write('预防措施', '列入季度巡检');
    await report.choose('责任人', '陈涛');
    await report.choose('计划完成时间', '明天 18:00');
    await report.press('制定措施');
    await head.hears('制定措施，已记录');
    await head.sees('实施中');
    await head.press('返回');

    await backToTheDesk(handler);
    await handler.press('纠正预防措施：1 项待办');
    await handler.press(new RegExp(`^${number}-JZ，\\s*实施中`));
    await handler.press('报告完成');
    const done = handler.sheet('报告完成');
    await done.write('实施情况', '三栋全部支架已加固');
    await done.press('报告完成');
    await handler.hears('报告完成，已记录');
    await handler.press('返回');

    // From the case itself.
    await supervisor.comesBack();
    await supervisor.press(new RegExp(`^${number}-JZ，\\s*待验证`));
    await supervisor.isOn('纠正预防措施');
    await supervisor.sees('三栋全部支架已加固');
    await supervisor.press('验证有效');
    const verified = supervisor.sheet('验证有效');
    await verified.write('验证情况', '连续三夜复测正常');
    await verified.press('验证有效');
    await supervisor.hears('验证有效，已记录');
    await supervisor.sees('已验证有效');
    await supervisor.press('返回');
    await supervisor.isOn('投诉详情');
  });

  step('[HD-03, HD-04, HD-08] progress with a photo is seen by the resident; completed with evidence', async () => {
    await backToTheDesk(handler);
    await handler.press(new RegExp(`^${number}，`));
    await handler.button('办结').waitFor();
    if ((await handler.button('更新进展').count()) > 0) await handler.press('更新进展');
    else {
      await handler.press('更多操作');
      await handler.sheet('更多操作').press('更新进展');
    }
    const progress = handler.sheet('更新进展');
    await progress.write('进展', '配件已到，正在更换');
    await progress.addPhoto('hall');
    await sends(handler, progress, '更新进展');
    await resident.comesBack();
    await resident.sees('配件已到，正在更换');
    await resident.sees('更换风机轴承并加减振垫');
    await resident
      .button(/^查看.*照片 1$/)
      .first()
      .waitFor();
    await completes(handler, '已更换风机轴承');
  });

  step('[RV-01] the desk sends it back with a reason, the handler completes again, the desk passes it', async () => {
    await receptionist.press('回工作台');
    await receptionist.press('审核');
    await receptionist.isOn('审核');
    await receptionist.sees('已更换风机轴承');
    await receptionist.press('退回返工');
    const form = receptionist.sheet('退回返工');
    await form.write('返工原因', '请写明夜里复测的结果');
    await form.press('退回返工');
    await receptionist.hears(`${number} 已退回返工`);

    await completes(handler, '已更换风机轴承，夜里复测 31 分贝');
    await passes(receptionist, '夜里复测 31 分贝');
  });

  step('[IF-02, SV-12] the resident reads the result and says that it is not solved', async () => {
    await resident.comesBack();
    await resident.sees('夜里复测 31 分贝');
    await resident.press('还没解决');
    const form = resident.sheet('还没解决');
    await form.write('哪里没有解决', '昨天夜里两点又响了');
    await form.press('退回重新处理');
    await resident.hears('已退回，重新开始办理');
    await resident.sees('昨天夜里两点又响了');
  });

  step('[CB-07, HD-02] round two: signed, investigated, planned, the plan signed, done, passed', async () => {
    await signsFor(head);
    await investigatesAndPlans(handler, '风管支架松动，低负荷时共振', '加固支架并调整转速');
    await signsPlan(manager, '加固支架并调整转速');
    await completes(handler, '支架已加固，连续两夜复测正常');
    await passes(receptionist, '连续两夜复测正常');
    await resident.comesBack();
    await resident.sees('支架已加固，连续两夜复测正常');
  });

  step('[CB-01, CB-04, CB-05] the patrol joins by invitation, visits, and comes back with a signature', async () => {
    const patrol = await house.crowd.arrives('patrol');
    await patrol.enter(/我是新住户/);
    await patrol.press('同意并继续');
    await patrol.press('我是物业员工');
    await patrol.write('员工邀请码', 'PATROL');
    await patrol.press('加入');
    await patrol.tab('工作台');
    await patrol.press('回访路线');
    await patrol.sees('3 栋');
    await patrol.press(`开始回访 ${HOME}`);
    await patrol.isOn(HOME);
    await patrol.sees('支架已加固，连续两夜复测正常');
    await patrol.press('完成回访');
    await patrol.locator.getByRole('alert').getByText('请选择是否联系上').waitFor();
    await patrol.choose('联系上了吗？', '联系上了');
    await patrol.choose('问题解决了吗？', '解决了');
    await patrol.choose('满意吗？', '非常满意');
    await patrol.choose('还要继续跟进吗？', '不需要');
    await patrol.press('态度好');
    expect(await patrol.field('住户的意见').inputValue()).toContain('态度好');
    await signs(patrol);
    await patrol.press('完成回访');
    await patrol.hears('回访已登记');
    await patrol.isOn('回访路线');
    await patrol.sees('今天没有要回访的');
  });

  step('[CB-09, IF-04] the resident sees it closed with their own verdict beside the result', async () => {
    await resident.comesBack();
    await resident.sees('已解决 · 非常满意');
    await resident.sees('已办结');
  });

  step('[RG-05] the supervisor finds it by a two-character word and sees the whole way it took', async () => {
    await supervisor.press('返回');
    await supervisor.isOn('客户投诉一览表');
    await supervisor.write('单号、内容或房号', '怪声');
    await supervisor.press(new RegExp(`^${number}，`));
    await supervisor.isOn('投诉详情');
    await supervisor.sees('第 2 次处理');
    const way = supervisor.locator.getByRole('list');
    await way.getByRole('listitem').first().waitFor();
    const titles = (await way.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    expect(titles).toEqual([...WHOLE_WAY].reverse());
  });
});

/** Draws on the paper with a finger. */
async function signs(person: Person): Promise<void> {
  const paper = person.locator.getByRole('img', { name: '住户签名' });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (box === null) throw new Error('no paper to sign on');
  const { mouse } = person.page;
  await mouse.move(box.x + 40, box.y + 30);
  await mouse.down();
  for (const [x, y] of [
    [70, 60],
    [110, 25],
    [150, 70],
    [200, 40],
  ] as const)
    await mouse.move(box.x + x, box.y + y, { steps: 4 });
  await mouse.up();
  await person.button('重签').waitFor();
}
