/** The last route the server answered with, kept on the phone for where there is no signal; only its own person's, and not for long. */
import * as z from 'zod/mini';
import { ComplaintCard } from '../../../types/views';
import type { Stop } from '../callbacks/route';

const DAY_MS = 86_400_000;
/** A route is walked the day it is asked for; after this nobody's phone number should still lie there. */
const KEPT_MS = 2 * DAY_MS;

const KeptRoute = z.object({
  personId: z.string(),
  at: z.string(),
  stops: z.array(
    z.object({
      card: ComplaintCard,
      building: z.string(),
      unit: z.string(),
      room: z.string(),
      floor: z.int(),
      residentName: z.string(),
      phone: z.string(),
      result: z.string(),
      form: z.enum(['survey', 'phone', 'visit']),
      attempts: z.int(),
    }),
  ),
});
export type KeptRoute = z.infer<typeof KeptRoute>;

export const routeToKeep = (personId: string, at: string, stops: readonly Stop[]): KeptRoute => ({
  personId,
  at,
  stops: [...stops],
});

export function personOf(kept: unknown): string | null {
  const parsed = KeptRoute.safeParse(kept);
  return parsed.success ? parsed.data.personId : null;
}

/**
 * The stops that were kept; null when there are none that count.
 * @param personId who holds the phone; null when that can't be asked, as without signal after a restart
 */
export function readRoute(kept: unknown, personId: string | null, now: string): readonly Stop[] | null {
  const parsed = KeptRoute.safeParse(kept);
  if (!parsed.success) return null;
  const route = parsed.data;
  if (personId !== null && route.personId !== personId) return null;
  return Date.parse(now) - Date.parse(route.at) < KEPT_MS ? route.stops : null;
}
