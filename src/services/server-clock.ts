/** The server's time on this device: what is late must not depend on how the phone's clock is set. */
import type { Instant } from '../../types/ids';

let aheadMs = 0;

/** Every answer says when it was given; the way back is at most a moment. */
export const learnServerTime = (at: Instant | undefined): void => {
  const server = at === undefined ? Number.NaN : Date.parse(at);
  if (!Number.isNaN(server)) aheadMs = server - Date.now();
};

/** Now, as the server counts it; the device's own time until the first answer. */
export const serverNow = (): Instant => new Date(Date.now() + aheadMs).toISOString();
