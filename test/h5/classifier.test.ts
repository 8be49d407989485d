/** The automatic classification in front of the real pages: what is suggested while a resident writes, and its record for quality (RG-02, RG-03). */
import { keepModel } from '../../cloudfunctions/features/classification/keep-model';
import modelFile from '../../domain/classify/model.json';
import { BrowserEstate } from '../support/browser-estate';

let house: BrowserEstate;
const watched = (title: string, run: () => Promise<void>) => test(title, () => house.watching(run), 90_000);

beforeAll(async () => {
  house = await BrowserEstate.open();
  house.estate.at('2026-11-21T12:00:00.000Z');
}, 240_000);
afterAll(() => house?.close(), 60_000);

const LIFT = '电梯又停在四楼不动了，按了没有反应';
const WATER = '厨房水管漏水，一直流到楼下去了';

watched(
  '[RG-02] the suggestion is asked once per pause, an answer that comes late never replaces that of newer words, a failure shows nothing',
  async () => {
    const resident = await house.comesHome('wang');
    const asked: string[] = [];
    resident.page.on('request', (request) => {
      if (request.url().includes('suggestClassification')) asked.push(request.postData() ?? '');
    });
    let answerLate = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      answerLate = resolve;
    });
    let fails = false;
    await resident.page.route(/\/api\/suggestClassification/, async (route) => {
      if (fails) return route.abort();
      if (route.request().postData()?.includes('电梯')) await late;
      return route.continue();
    });
    await resident.press(/^我要投诉/);
    const question = resident.page.waitForRequest(/suggestClassification/);
    await resident.write('发生了什么', LIFT.slice(0, 8));
    await resident.write('发生了什么', LIFT);
    await question;
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(LIFT);

    await resident.write('发生了什么', WATER);
    await resident.sees('会按「给排水/漏水」交给对应的部门');
    const answered = resident.page.waitForResponse(/suggestClassification/);
    answerLate();
    await answered;
    await resident.sees('会按「给排水/漏水」交给对应的部门');
    expect(asked).toHaveLength(2);

    fails = true;
    resident.expectsFailureOf('suggestClassification');
    await resident.write('发生了什么', `${WATER}，天花板都湿了`);
    await resident.seesNoLonger(/会按「/);
    expect(asked).toHaveLength(3);
  },
);

watched(
  '[RG-03] quality sees what the classifier still knew last night; an admin goes back to its own model',
  async () => {
    const version = await keepModel(
      { ...modelFile, gold: {} },
      { note: '十一月的更正', gold: { category: 0.74 }, now: '2026-11-21T12:00:00.000Z' },
      house.estate.database,
    );
    await house.estate.runClock();
    house.estate.at('2026-11-21T19:05:00.000Z');
    await house.estate.runClock();
    const quality = await house.comesToWork('quality');
    await quality.press('自动分类');
    await quality.isOn('自动分类');
    await quality.sees('随程序附带的模型');
    await quality.sees(/2026-11-22 · 随程序附带的模型/);
    await quality.sees(/完全一致 \d+\.\d%，可以接受 \d+\.\d%，各类平均 \d+\.\d%/);
    expect(await quality.button(/^选用/).count()).toBe(0);

    const admin = await house.comesToWork('admin');
    await admin.press('自动分类');
    await admin.press(`选用：模型 ${version}`);
    const sheet = admin.sheet(`模型 ${version}`);
    await sheet.press('确定换用');
    await sheet.sees('请写明原因，至少 5 个字');
    await sheet.write('换模型的原因', '用本公司的更正训练的');
    await sheet.press('确定换用');
    await admin.sees(/用本公司的更正训练的/);
    await admin.press('换回附带的模型：随程序附带的模型');
    const back = admin.sheet('随程序附带的模型');
    await back.write('换模型的原因', '报修判错太多，先换回');
    await back.press('确定换用');
    await admin.sees(/报修判错太多，先换回/);
    await admin.sees('以前的选用');
  },
);
