import { describe, expect, test } from '@jest/globals';
import { PROCEDURES } from '../../../types/procedures';
import { EstateId, HomeId, PersonId } from '../../../types/ids';
import { EMPTY_INTAKE, intakeInput, readIntake, togetherOf } from './intake-draft';

const estate = EstateId.parse('ch');
const home = {
  id: HomeId.parse('h-3-2-501'),
  text: '3栋2单元501',
  residentId: PersonId.parse('wang'),
  residentName: '王女士',
};

describe('[IN-02] what staff took down', () => {
  test('is sent as the API wants it, without the fields nobody filled', () => {
    const input = intakeInput({ ...EMPTY_INTAKE, text: '电梯停在三楼不动' }, estate, 'command-0001');
    expect(input).toEqual({
      commandId: 'command-0001',
      estateId: 'ch',
      channel: 'hotline',
      kind: 'complaint',
      description: '电梯停在三楼不动',
      photos: [],
      place: {},
      caller: {},
      hideIdentity: false,
    });
    expect(PROCEDURES.recordComplaint.input.safeParse(input).success).toBe(true);
  });

  test('carries the kind a person chose', () => {
    expect(intakeInput({ ...EMPTY_INTAKE, kind: 'praise' }, estate, 'command-0001').kind).toBe('praise');
  });

  test('names home and resident, and the home as the place only when it happened there', () => {
    const chosen = { ...EMPTY_INTAKE, text: '厨房水管漏水', home };
    expect(intakeInput(chosen, estate, 'command-0001')).toMatchObject({
      homeId: home.id,
      residentId: 'wang',
      place: {},
    });
    expect(intakeInput({ ...chosen, atHome: true, area: '厨房' }, estate, 'command-0001').place).toEqual({
      homeId: home.id,
      area: '厨房',
    });
  });

  test('counts who complains together only when it is a number of people', () => {
    expect(togetherOf('')).toBeUndefined();
    expect(togetherOf('12')).toBe(12);
    expect(togetherOf('0')).toBeNull();
    expect(togetherOf('十几户')).toBeNull();
    expect(intakeInput({ ...EMPTY_INTAKE, together: '12' }, estate, 'command-0001').groupSize).toBe(12);
  });
});

test('a draft of an older form is not restored', () => {
  expect(readIntake({ text: '电梯' })).toBeNull();
  expect(readIntake(JSON.parse(JSON.stringify(EMPTY_INTAKE)))).toEqual(EMPTY_INTAKE);
});
