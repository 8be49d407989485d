/**
 * How large a photo or a video may be, and how long a video (IN-01): of the person's estates the one that takes most, since it
 * is sent before it is known for which.
 */
import { DEFAULT_POLICY, type Policy } from '../../../domain/policy/defaults';
import { tooLargeText, tooLongText } from '../../../domain/policy/limits';
import { Refusal } from '../../../types/errors';
import type { UploadKind } from '../../../types/ids';
import type { PersonCall } from '../call';
import { estatesOfPerson } from '../estate/estates-of-person';
import { loadEveryEstate } from '../estate/load-estate';

type Measure = (intake: Policy['intake']) => number;
const BYTES: Record<UploadKind, Measure> = {
  photo: ({ photos }) => photos.mostBytes,
  video: ({ video }) => video.mostBytes,
};
const SECONDS: Measure = ({ video }) => video.mostSeconds;

const limitsOf = (estates: readonly { policy: Policy }[], measure: Measure): [number, ...number[]] => {
  const [first = measure(DEFAULT_POLICY.intake), ...others] = estates.map(({ policy }) => measure(policy.intake));
  return [first, ...others];
};

/** Bytes that no estate of the company goes beyond. */
export const largestAnywhere = async (kind: UploadKind, { platform }: PersonCall): Promise<number> =>
  Math.max(...limitsOf(await loadEveryEstate(platform.database), BYTES[kind]));

/**
 * Whose home it is for is looked up only for what some estate wouldn't take.
 * @returns the limit that it is over, or null
 */
async function overLimit(value: number, measure: Measure, { person, platform }: PersonCall): Promise<number | null> {
  if (value <= Math.min(...limitsOf(await loadEveryEstate(platform.database), measure))) return null;
  const most = Math.max(...limitsOf(await estatesOfPerson(person, platform.database), measure));
  return value > most ? most : null;
}

/** @throws Refusal tooLarge */
export async function checkSize(bytes: number, kind: UploadKind, call: PersonCall): Promise<void> {
  const most = await overLimit(bytes, BYTES[kind], call);
  if (most !== null) throw new Refusal('tooLarge', { message: tooLargeText(most, kind) });
}

/** A camera stops a moment later than it was told to. */
const LENIENT_SECONDS = 1;

/** @throws Refusal tooLarge */
export async function checkLength(seconds: number, call: PersonCall): Promise<void> {
  const most = await overLimit(seconds - LENIENT_SECONDS, SECONDS, call);
  if (most !== null) throw new Refusal('tooLarge', { message: tooLongText(most) });
}
