import type { Caller } from '../../types/contract';
import { Refusal } from '../../types/errors';
import type { Call } from './call';

/** Whether the person behind a call may ask for the procedure at all; where they may is checked by the use case. @throws Refusal */
export const guardCaller = (who: Caller, { identity, person }: Pick<Call, 'identity' | 'person'>): void => {
  if (who === 'anyone') return;
  if (identity === null) throw new Refusal('notSignedIn');
  if (who === 'visitor') return;
  if (person === null) throw new Refusal('consentNeeded');
  if (who === 'known') return;
  if (person.consent === null) throw new Refusal('consentNeeded'); // IN-05
  if (who === 'person') return;
  if (!person.posts.some((post) => who.includes(post.role))) throw new Refusal('notAllowed');
};
