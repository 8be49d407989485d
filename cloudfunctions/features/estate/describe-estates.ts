import { durationText } from '../../../domain/clock/describe';
import type { Policy } from '../../../domain/policy/defaults';
import { sendingLimits } from '../../../domain/policy/limits';
import type { UseCase } from '../call';
import { estatesOfPerson } from './estates-of-person';

/** What a resident may count on, in the words of the policy that holds there (IN-06). */
const promisesOf = ({ times, callback, reopening }: Policy) => [
  { label: '安排到部门', value: durationText(times.dispatch) },
  { label: '部门接手', value: durationText(times.signing) },
  { label: '一般问题处理完', value: durationText(times.resolution) },
  { label: '处理完告诉您结果', value: durationText(times.inform) },
  { label: '回访您', value: durationText(times.callbackOrdinary) },
  { label: '抽查回访', value: `不低于 ${Math.round(callback.ordinaryShare * 100)}%` },
  { label: '没解决可退回', value: `办结后 ${durationText(reopening.window)}` },
];

export const describeEstates: UseCase<'describeEstates'> = async (_input, { person, platform: { database } }) => {
  const contexts = person === null ? [] : await estatesOfPerson(person, database);
  return {
    items: contexts.map(({ estate, policy }) => ({
      id: estate.id,
      name: estate.name,
      servicePhone: estate.servicePhone,
      utcOffsetMinutes: policy.zone.utcOffsetMinutes,
      emergency: estate.emergency.map(({ label, phone }) => ({ label, phone })),
      buildings: [...estate.buildings],
      publicPlaces: [...estate.publicPlaces],
      departments: estate.departments.map(({ id, name }) => ({ id, name })),
      promises: promisesOf(policy),
      limits: {
        leastCharacters: policy.intake.text.leastCharacters,
        mostCharacters: policy.intake.text.mostCharacters,
        ...sendingLimits(policy.intake),
      },
    })),
  };
};
