/** How large a photo may be (IN-01): of the person's estates the one that takes most, since it is sent before it is known for which. */
import { DEFAULT_POLICY } from '../../../domain/policy/defaults';
import { tooLargeText } from '../../../domain/policy/limits';
import { Refusal } from '../../../types/errors';
import type { EstateContext } from '../estate/load-estate';
import { loadEveryEstate } from '../estate/load-estate';
import { estatesOfPerson } from '../estate/estates-of-person';
import type { PersonCall } from '../call';

const limitsOf = (estates: readonly EstateContext[]): [number, ...number[]] => {
  const [first = DEFAULT_POLICY.intake.photos.mostBytes, ...others] = estates.map(
    (e) => e.policy.intake.photos.mostBytes,
  );
  return [first, ...others];
};

/** Bytes that no estate of the company goes beyond. */
export const largestAnywhere = async ({ platform }: PersonCall): Promise<number> =>
  Math.max(...limitsOf(await loadEveryEstate(platform.database)));

/** Whose home it is for is looked up only for a photo that some estate wouldn't take. @throws Refusal tooLarge */
export async function checkPhotoSize(bytes: number, { person, platform }: PersonCall): Promise<void> {
  if (bytes <= Math.min(...limitsOf(await loadEveryEstate(platform.database)))) return;
  const most = Math.max(...limitsOf(await estatesOfPerson(person, platform.database)));
  if (bytes > most) throw new Refusal('tooLarge', { message: tooLargeText(most) });
}
