// One DevTools window for everybody: another person means starting it again, as DevTools knows only one WeChat account.
// The mini program is driven as it was built; only its line to the cloud is laid to the local cloud of the test.
import automator from 'miniprogram-automator';
import type { default as AutomatedProgram } from 'miniprogram-automator/out/MiniProgram';
import type { TestCloud, TestPerson } from '../../support/estate';
import { sceneOf } from '../../../localcloud/seed/scenes';
import { repository } from '../../support/files';
import { lineOf } from '../estate-line';
import { Phone } from './phone';
import type { Phones } from './phones';

const START_MS = 90_000;
/** A picture as chooseMedia gives it; its bytes are put in the place by the test. */
const PICTURE = { tempFiles: [{ tempFilePath: 'http://tmp/photo.png', size: sceneOf('darkHall').length }] };

export function openDevToolsPhones(estate: TestCloud): Phones {
  const problems: string[] = [];
  let now: { key: string; phone: Phone; program: AutomatedProgram } | undefined;
  const open = async (person: TestPerson): Promise<Phone> => {
    const { DEVTOOLS_CLI: cliPath } = process.env;
    const program = await automator.launch({
      projectPath: repository,
      timeout: START_MS,
      trustProject: true,
      ...(cliPath ? { cliPath } : {}),
    });
    program.on('exception', (thrown: unknown) => problems.push(`${person.key} ${JSON.stringify(thrown)}`));
    await layLine(program, estate, person);
    await program.mockWxMethod('chooseMedia', PICTURE);
    const phone = new Phone(person.key, program);
    await program.callWxMethod('clearStorageSync');
    await phone.open('/pages/home/index');
    await phone.rests();
    now = { key: person.key, phone, program };
    return phone;
  };
  return {
    of: async (person) => {
      if (now?.key === person.key) return now.phone;
      await now?.program.close();
      return open(person);
    },
    problems: () => problems,
    close: async () => {
      await now?.program.close();
    },
  };
}

/** wx.cloud asks the test, by the protocol's own way back (`exposeFunction`), instead of Tencent. */
async function layLine(program: AutomatedProgram, estate: TestCloud, person: TestPerson): Promise<void> {
  const line = lineOf(estate, person);
  await program.exposeFunction('askTheTest', (id: number, way: string, given: { name: string; data: unknown }) => {
    const work =
      way === 'callFunction'
        ? line.callFunction(given.name, given.data).then((result) => ({ result }))
        : line.uploadFile(given.name, sceneOf('darkHall')).then((fileID) => ({ fileID, statusCode: 200 }));
    const answer = (ok: boolean, value: unknown) =>
      program.evaluate(`function (id, ok, value) { getApp().fromTheTest(id, ok, value) }`, id, ok, value);
    void work.then(
      (value) => answer(true, value),
      (error: unknown) => answer(false, { errMsg: `cloud.${way}:fail ${String(error)}` }),
    );
  });
  await program.evaluate(`function () {
    var waiting = {};
    var count = 0;
    getApp().fromTheTest = function (id, ok, value) {
      var one = waiting[id];
      delete waiting[id];
      if (ok) { one.resolve(value); one.success && one.success(value); }
      else { one.reject(value); one.fail && one.fail(value); }
    };
    function ask(way, name, data, options) {
      count += 1;
      var id = count;
      var promise = new Promise(function (resolve, reject) {
        waiting[id] = { resolve: resolve, reject: reject, success: options.success, fail: options.fail };
      });
      if (options.fail) promise.catch(function () {});
      askTheTest(id, way, { name: name, data: data });
      return promise;
    }
    wx.cloud.callFunction = function (o) { return ask('callFunction', o.name, o.data, o); };
    wx.cloud.uploadFile = function (o) { return ask('uploadFile', o.cloudPath, null, o); };
  }`);
}
