import { HomeId, PhotoId, EstateId } from '../../../types/ids';
import type { HomeView } from '../../../types/views';
import { areaPlace, EMPTY_FILING, homeOf, homePlace, OTHER_PLACE, toInput, wishedBy } from './filing';
import { readFiling } from './kept-filing';

const zone = { utcOffsetMinutes: 480 };
const now = '2026-11-20T06:00:00.000Z'; // Friday 14:00 at the estate

const aHome = (room: string): HomeView => ({
  id: HomeId.parse(`h${room}`),
  estateId: EstateId.parse('e1'),
  estateName: '翠湖花园',
  building: '3',
  unit: '2',
  room,
  text: `3栋2单元${room}`,
});
const home = aHome('501');
const filing = { ...EMPTY_FILING, description: '电梯三天两头停', place: homePlace(home) };

describe('what is sent', () => {
  test('of a bare form: words, home and place, nothing that was left empty', () => {
    expect(toInput(filing, home, now, zone)).toEqual({
      homeId: 'h501',
      description: '电梯三天两头停',
      place: { homeId: 'h501', building: '3', unit: '2', room: '501' },
      hideIdentity: false,
    });
  });

  test('[IN-01] a public place, their own words, and the rest when it was filled', () => {
    expect(toInput({ ...filing, place: areaPlace('地下车库') }, home, now, zone).place).toEqual({ area: '地下车库' });
    expect(toInput({ ...filing, place: OTHER_PLACE, placeWords: ' 东门外 ' }, home, now, zone).place).toEqual({
      area: '东门外',
    });
    expect(
      toInput(
        {
          ...filing,
          occurredAt: '2026-11-20T08:30',
          about: ' 夜班保安 ',
          wish: '换岗',
          wishDays: '3',
          onBehalfOf: '母亲',
          hideIdentity: true,
        },
        home,
        now,
        zone,
      ),
    ).toMatchObject({
      occurredAt: '2026-11-20T00:30:00.000Z',
      about: '夜班保安',
      wish: '换岗',
      wishBy: '2026-11-23T16:00:00.000Z',
      onBehalfOf: '母亲',
      hideIdentity: true,
    });
  });

  test('[CK-01] “今天” ends at 24:00 of the estate, also in the hours when UTC is a day behind', () => {
    expect(wishedBy('0', now, zone)).toBe('2026-11-20T16:00:00.000Z');
    expect(wishedBy('0', '2026-11-20T17:00:00.000Z', zone)).toBe('2026-11-21T16:00:00.000Z');
  });

  test('it belongs to the home it happened in, else to the first', () => {
    const other = aHome('602');
    expect(homeOf({ place: homePlace(other) }, [home, other])).toBe(other);
    expect(homeOf({ place: areaPlace('大堂') }, [home, other])).toBe(home);
    expect(homeOf({ place: '' }, [])).toBeUndefined();
  });
});

describe('a draft', () => {
  test('comes back as it was', () => {
    const whole = {
      ...filing,
      wishDays: '7' as const,
      hideIdentity: true,
      photos: [{ id: PhotoId.parse('p1'), url: '/p1' }],
    };
    expect(readFiling(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  test('of another version or none is not believed', () => {
    expect(readFiling(undefined)).toBeNull();
    expect(readFiling('x')).toBeNull();
    expect(readFiling({ ...EMPTY_FILING, place: 'home:h1' })).toBeNull(); // nothing was written yet
    expect(readFiling({ description: '楼道灯不亮', wishDays: '99', photos: 'none', hideIdentity: 'yes' })).toEqual({
      ...EMPTY_FILING,
      description: '楼道灯不亮',
    });
  });
});
