/** Files of callbacks that no draft and no record names any more, as after the program was killed between two steps, leave the phone. */
import { readStored, storedKeys } from '../../services/storage';
import { filesOnPhone } from './phone-files';
import { dropFromPhone } from './upload-kept';
import { usePendingVisits } from './use-pending-visits';
import { DRAFTS } from './visit-draft';

const DAY_MS = 86_400_000;

/** A commandId begins with the device's time at which it was made. */
const madeAt = (key: string): number => Number.parseInt(key.split('-')[0] ?? '', 36);

/** Young ones are left alone: another tab may be just about to write them down. */
export async function sweepPhone(now: number): Promise<void> {
  const named = JSON.stringify([usePendingVisits.getState().visits, storedKeys(DRAFTS).map(readStored)]);
  const files = await filesOnPhone();
  dropFromPhone(files.filter(({ key }) => now - madeAt(key) > DAY_MS && !named.includes(key)));
}
