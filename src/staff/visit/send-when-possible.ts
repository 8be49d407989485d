/** When what waits on the phone is tried again: at once, as soon as there is signal, and every 20 s besides. */

export const RETRY_MS = 20_000;

interface Sending {
  pending: () => boolean;
  /** Tries once; called again while it runs, it is the same attempt. */
  send: () => void;
  /** Calls back whenever there is signal again. @returns how to end it */
  onSignal: (again: () => void) => () => void;
}

/** @returns how to end it */
export function sendWhenPossible({ pending, send, onSignal }: Sending): () => void {
  const attempt = () => {
    if (pending()) send();
  };
  attempt();
  const deafen = onSignal(attempt);
  const timer = setInterval(attempt, RETRY_MS);
  return () => {
    deafen();
    clearInterval(timer);
  };
}
