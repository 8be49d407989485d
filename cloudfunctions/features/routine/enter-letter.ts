/** IN-04: a letter from the suggestion box and the opening it was found in know each other. */
import type { Complaint } from '../../../domain/complaint/complaint';
import { SYSTEM } from '../../../domain/people/actor';
import { Refusal } from '../../../types/errors';
import type { CommandId, EstateId, RoutineId } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { carryOutOn } from '../lifecycle/carry-out';
import type { Step } from '../lifecycle/keeper';
import { ROUTINES } from './routines';

/** @throws Refusal badInput when there is no such opening in this estate */
export async function checkBox(id: RoutineId | undefined, estateId: EstateId, scene: Scene): Promise<void> {
  if (id === undefined) return;
  const { subject } = await ROUTINES.load(id, scene);
  if (subject.estateId !== estateId || subject.opened === null)
    throw new Refusal('badInput', { fields: { boxId: '没有这次开箱记录，请重新从投诉箱录入' } });
}

/** Written into the opening after the complaint is saved; may be repeated. */
export async function enterLetters(steps: readonly Step<Complaint>[], scene: Scene): Promise<void> {
  for (const { subject, event } of steps) {
    if ((event.type !== 'filed' && event.type !== 'recorded') || subject.boxId === null) continue;
    const letter = { complaintId: subject.id, number: subject.number };
    const commandId = `letter-${subject.id}` as CommandId;
    await carryOutOn(
      ROUTINES,
      { id: subject.boxId, commandId, command: { name: 'enterLetter', letter }, actor: SYSTEM },
      scene,
    );
  }
}
