import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { carryOutOn } from '../lifecycle/carry-out';
import { settleNowOn } from '../lifecycle/settle';
import { presentRoutine } from './present-routine';
import { ROUTINES } from './routines';

/** IN-04: recorded also when it was empty; each letter is then recorded as a complaint of its own. */
export const openBox: PersonUseCase<'openBox'> = async ({ routineId, commandId, version, letters, note }, call) => {
  const actor = actorOf(call.person);
  const command = { name: 'openBox', input: { letters, note: note ?? '' } } as const;
  const done = await carryOutOn(ROUTINES, { id: routineId, commandId, version, command, actor }, call);
  await settleNowOn(ROUTINES, done, call);
  return presentRoutine(done.subject, done.context.estate.name, actor, call.now);
};
