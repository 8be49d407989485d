import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { carryOutOn } from '../lifecycle/carry-out';
import { settleNowOn } from '../lifecycle/settle';
import { presentRoutine } from './present-routine';
import { ROUTINES } from './routines';

/** IN-04: letters and complaints differ; why is said once, and it is nobody's duty any more. */
export const explainLetters: PersonUseCase<'explainLetters'> = async (
  { routineId, commandId, version, note },
  call,
) => {
  const actor = actorOf(call.person);
  const command = { name: 'explainLetters', input: { note } } as const;
  const done = await carryOutOn(ROUTINES, { id: routineId, commandId, version, command, actor }, call);
  await settleNowOn(ROUTINES, done, call);
  return presentRoutine(done.subject, done.context.estate.name, actor, call.now);
};
