/** What is only opened and read. */
import type { Behaviour } from './deed';

/** DP-02: opening the complaint is the acknowledgement. */
export const acknowledge: Behaviour = {
  minutes: 45,
  deed: ({ view }) => ({ name: 'acknowledge', input: { round: view.round } }),
};
/** CB-08 */
export const readOpinion: Behaviour = { minutes: 600, deed: () => ({ name: 'readOpinion', input: {} }) };
