/** What residents are shown of incidents, and never of one another (IN-07, IN-14). */
import { ALIKE_FROM, alikeness, atSameKnownPlace, placeInDoubt } from '../../domain/incident/alike';
import { matterOf } from '../../domain/incident/matter';
import { isOffered } from '../../domain/incident/public-matter';
import { Refusal } from '../../types/errors';
import { Category } from '../../types/vocabulary';
import { receptionist } from '../support/a-complaint';
import { anEstate, filerOf } from '../support/an-incident';

describe('what residents are shown', () => {
  const offered = (category: Category, publicPlace = true) => isOffered({ state: 'open', publicPlace, category });

  test('[IN-07] only matters of shared places that the desk confirmed, never what concerns a person', () => {
    expect(['lift', 'water', 'noise', 'parking'].every((category) => offered(Category.parse(category)))).toBe(true);
    for (const category of ['service', 'neighbor', 'pets', 'renovation', 'fees', 'committee', 'quality'] as const)
      expect([category, offered(category)]).toEqual([category, false]);
    expect(offered('lift', false)).toBe(false);
    expect(isOffered({ state: 'closed', publicPlace: true, category: 'lift' })).toBe(false);
  });

  test("[IN-07] [IN-14] the summary is the desk's own: no room, no phone number, none of the resident's words", () => {
    const world = anEstate();
    const story = world.complaint('A', { description: '三栋电梯早高峰反复停运已经第三次发生了' }).by(receptionist);
    const fields = (summary: string) => story.refusal('openIncident', { summary, publicPlace: true }).fields;
    expect(fields('三栋电梯早高峰反复停运已经第三次')).toHaveProperty('summary');
    expect(fields('3栋1单元501反映电梯停运')).toHaveProperty('summary');
    expect(fields('电梯停运，联系 138 0013 8000')).toHaveProperty('summary');
    expect(story.tries('openIncident', { summary: '3栋客梯多次停运', publicPlace: true })).not.toBeInstanceOf(Refusal);
  });

  test('[IN-07] nor the words that were added later', () => {
    const story = anEstate().complaint('A').by(filerOf('A'));
    story.does('addWords', { text: '我家老人昨晚在楼道里站了一个钟头' }).by(receptionist);
    const fields = story.refusal('openIncident', { summary: '老人昨晚在楼道里站了一个钟头', publicPlace: true }).fields;
    expect(fields).toHaveProperty('summary');
  });

  test('[IN-14] [IN-07] names don’t stand in it either: of those who complain, or of anybody as people speak of them', () => {
    const world = anEstate();
    const story = world.complaint('A');
    story.names = ['王小明'];
    story.by(receptionist);
    const fields = (summary: string) => story.refusal('openIncident', { summary, publicPlace: true }).fields;
    expect(fields('王小明反映电梯停运')).toHaveProperty('summary');
    expect(fields('李阿姨等多户反映电梯停运')).toHaveProperty('summary');
    expect(fields('501反映电梯停运')).toHaveProperty('summary');
    expect(
      story.refusal('openIncident', { summary: '3栋电梯停运', placeText: '王小明家门口', publicPlace: true }).fields,
    ).toHaveProperty('placeText');
    expect(story.tries('openIncident', { summary: '女士卫生间门口电梯停运', publicPlace: true })).not.toBeInstanceOf(
      Refusal,
    );
  });

  test('[IN-07] [IN-14] changed later, it is held against the words and names of every member, whoever has left since', () => {
    const world = anEstate();
    world.complaint('A');
    world.complaint('B', { description: '我妈妈坐轮椅被关在里面哭了半个钟头' });
    world.complaint('C', { description: '夹到小朋友的书包带子差点勒到脖子' });
    world.story('C').names = ['赵敏'];
    const incident = world.opened('A', '3栋电梯反复停运');
    for (const name of ['B', 'C']) world.merged(name, incident);
    world.story('B').by(filerOf('B')).does('addWords', { text: '昨天半夜十二点又响个不停睡不着' });
    world.story('C').by(filerOf('C')).does('withdraw', { reason: '好了' });
    world.settle();
    const refused = (summary: string) => {
      const decision = world.tries(world.incidentOf('A'), receptionist, 'describeIncident', {
        summary,
        publicPlace: true,
      });
      return decision instanceof Refusal ? Object.keys(decision.fields ?? {}) : [];
    };
    expect(refused('我妈妈坐轮椅被关在里面哭')).toEqual(['summary']);
    expect(refused('昨天半夜十二点又响个不停睡不着')).toEqual(['summary']);
    expect(refused('夹到小朋友的书包带子差点勒到')).toEqual(['summary']);
    expect(refused('赵敏等反映电梯停运')).toEqual(['summary']);
    expect(refused('3栋电梯停运并夹人')).toEqual([]);
  });

  test('[IN-07] the desk’s own words stay its own, also where residents took them over', () => {
    const world = anEstate();
    world.complaint('A');
    const incident = world.opened('A', '3栋电梯从上周起每天早晚停运');
    world.complaint('B', { description: '我也遇到：3栋电梯从上周起每天早晚停运' });
    world.merged('B', incident);
    world.does(incident, receptionist, 'describeIncident', {
      summary: '3栋电梯从上周起每天早晚停运，已停用检修',
      publicPlace: true,
    });
    expect(world.incidentOf('A').summary).toContain('已停用检修');
  });

  const reads = (text: string, category: Category, summary: string, of: Category = category) =>
    alikeness(
      matterOf(text, { registered: { categories: [category], kind: 'complaint' } }),
      matterOf(summary, { registered: { categories: [of], kind: 'complaint' } }),
    ) >= ALIKE_FROM;

  test('[IN-07] of what is inside a building the home says which one, of what stands outdoors and of other buildings it does not', () => {
    const of = (text: string, area?: string) => {
      const { building, unit } = matterOf(text, { home: '3栋2单元501', ...(area === undefined ? {} : { area }) });
      return [building, unit];
    };
    expect(of('电梯坏了，停运一天了没人修')).toEqual(['3', '2']);
    expect(of('楼道里水管爆了')).toEqual(['3', '2']);
    expect(of('8号楼电梯坏了')).toEqual(['8', null]);
    expect(of('电梯坏了', '8号楼电梯')).toEqual(['8', null]);
    expect(of('南门道闸落不下来')).toEqual([null, null]);
    expect(of('会所的电梯坏了')).toEqual([null, null]);
    expect(of('物业费涨价没有公示')).toEqual([null, null]);
    const nowhere = matterOf('电梯坏了');
    expect(placeInDoubt(nowhere, matterOf('8号楼电梯坏了'))).toBe(true);
    expect([atSameKnownPlace(nowhere, nowhere), atSameKnownPlace(nowhere, matterOf('8号楼电梯坏了'))]).toEqual([
      false,
      false,
    ]);
    expect(placeInDoubt(matterOf('南门道闸落不下来'), matterOf('8号楼旁边的南门道闸坏了'))).toBe(false);
    expect(atSameKnownPlace(matterOf('南门道闸落不下来'), matterOf('南门的道闸坏了'))).toBe(true);
  });

  test('[IN-07] reads alike by matter and place', () => {
    expect(reads('三栋电梯又停了，老人下不来', 'lift', '3栋电梯反复停运')).toBe(true);
    expect(reads('五栋电梯又停了', 'lift', '3栋电梯反复停运')).toBe(false);
    expect(reads('地下车库漏水一直滴', 'water', '地下车库顶板漏水')).toBe(true);
    expect(reads('保安态度很差还骂人', 'service', '3栋电梯反复停运', 'lift')).toBe(false);
  });
});
