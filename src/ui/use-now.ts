/** The present, ticking. One timer for everything on the screen that counts. */
import { useSyncExternalStore } from 'react';
import type { Instant } from '../../types/ids';
import { serverNow } from '../services/server-clock';

const TICK_MS = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let present = serverNow();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    present = serverNow();
    timer = setInterval(() => {
      present = serverNow();
      for (const each of listeners) each();
    }, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== undefined) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Now, as an instant; the component is drawn again every 15 seconds. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, () => present);
