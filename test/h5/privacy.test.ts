/** The resident's privacy center in front of the real pages (PV-01, PV-03, IN-05). */
import { cmd } from '../support/complaint-way';
import { BrowserEstate } from '../support/browser-estate';
import { homeOf } from '../support/estate';

let house: BrowserEstate;
beforeAll(async () => {
  house = await BrowserEstate.open();
}, 240_000);
afterAll(() => house?.close(), 60_000);

test(
  '[PV-01] [PV-03] [IN-05] a resident sees who opened their data, takes a copy, takes the agreement back and gives it again, and is erased after being asked twice',
  () =>
    house.watching(async () => {
      const wang = await house.estate.resident('wang');
      const { id, number } = await wang.as('fileComplaint', {
        ...{ commandId: cmd(), kind: 'repair', description: '厨房下水管漏水，地上都是水' },
        ...{ homeId: homeOf(wang), place: { homeId: homeOf(wang) } },
      });
      await (await house.estate.staff('receptionist')).as('getComplaint', { id });

      const resident = await house.comesHome('wang');
      await resident.open('/pages/profile/index');
      await resident.isOn('个人信息');

      await resident.press(/谁看过我的信息/);
      await resident.sees('接待员 张丽');
      await resident.sees(new RegExp(`查看 ${number}`));
      await resident.press('关闭');

      await resident.press(/导出我的信息/);
      await resident.hears('已导出，请在下载里查看');

      await resident.press(/告知与同意/);
      await resident.press('撤回同意');
      await resident.sheet('撤回同意？').press('撤回同意');
      await resident.sees('您已撤回同意，不能提交新的；没办完的照常办理');
      await resident.press(/告知与同意/);
      await resident.press('重新同意');
      await resident.sees(/同意，.*版/);

      await resident.press(/注销/);
      await resident.press('我要注销');
      resident.expectsFailureOf('eraseMe');
      await resident.sheet('真的要注销吗？').press('确定注销');
      await resident.sees(/您还有 1 件没办完/);
      await resident.press('撤回没办完的，并注销');
      await resident.sheet('真的要注销吗？').press('确定注销');
      await resident.isOn('欢迎');
    }),
  120_000,
);
