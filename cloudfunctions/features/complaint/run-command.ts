/** A person's command of the lifecycle table; all of them go this way, whatever their name. */
import type { PersonCommand } from '../../../domain/complaint/command';
import { COMMAND_NAMES, type CommandName } from '../../../types/commands';
import type { ParsedInputOf } from '../../../types/procedures';
import { Refusal } from '../../../types/errors';
import type { PhotoId } from '../../../types/ids';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { claimPhotos } from '../upload/claim-photos';
import { carryOut } from './carry-out';
import { noteOpenings } from '../privacy/note-openings';
import { presentComplaint } from './present-complaint';
import { tellNow } from './tell-now';

type AnyInput = ParsedInputOf<CommandName>;

const photosOf = (input: AnyInput): PhotoId[] => [
  ...('photos' in input ? input.photos : []),
  ...('signature' in input && input.signature !== undefined ? [input.signature] : []),
];

async function run(name: CommandName, input: AnyInput, call: PersonCall) {
  const { complaintId, commandId, version, ...rest } = input;
  if ('recordedAt' in rest && rest.recordedAt !== undefined && rest.recordedAt > call.now) {
    throw new Refusal('badInput', { fields: { recordedAt: '记录时间晚于现在，请检查手机时间' } });
  }
  const actor = actorOf(call.person);
  await claimPhotos(photosOf(input), call.person.id, call.platform.database);
  // The contract parsed `rest` with the schema of this very name.
  const command = { name, input: rest } as unknown as PersonCommand;
  const done = await carryOut({ complaintId, commandId, command, actor, version }, call);
  const [view] = await Promise.all([
    presentComplaint(await tellNow(done, call), actor, call),
    noteOpenings([done.complaint], 'case', call),
  ]);
  return view;
}

const useCase = <N extends CommandName>(name: N): PersonUseCase<N> =>
  (async (input: AnyInput, call: PersonCall) => run(name, input, call)) as unknown as PersonUseCase<N>;

export const LIFECYCLE_USE_CASES = Object.fromEntries(
  COMMAND_NAMES.map((name) => [name, useCase(name)]),
) as unknown as { [N in CommandName]: PersonUseCase<N> };
