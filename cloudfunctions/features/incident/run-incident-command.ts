/** A person's command on an incident; all of them go this way, whatever their name. */
import type { IncidentPersonCommand } from '../../../domain/incident/decide';
import type { CommandId, IncidentId } from '../../../types/ids';
import { INCIDENT_COMMAND_NAMES, type IncidentCommandName } from '../../../types/incident-commands';
import { actorOf } from '../actor-of';
import type { PersonCall, PersonUseCase } from '../call';
import { giveBySystem } from '../complaint/carry-out';
import { carryOutOnIncident, loadIncident } from './incident-keeper';
import { presentIncident } from './present-incident';
import { settleIncidentNow } from './settle-incident';

interface AnyInput {
  incidentId: IncidentId;
  commandId: CommandId;
  version?: number | undefined;
}

async function run(name: IncidentCommandName, input: AnyInput, call: PersonCall) {
  const { incidentId: id, commandId, version, ...rest } = input;
  const actor = actorOf(call.person);
  // The contract parsed `rest` with the schema of this very name.
  const command = { name, input: rest } as unknown as IncidentPersonCommand;
  await carryOutOnIncident({ id, commandId, command, actor, version }, call);
  await settleIncidentNow(id, giveBySystem, call);
  return presentIncident(await loadIncident(id, call.platform), actor, call);
}

const useCase = <N extends IncidentCommandName>(name: N): PersonUseCase<N> =>
  (async (input: AnyInput, call: PersonCall) => run(name, input, call)) as unknown as PersonUseCase<N>;

export const INCIDENT_USE_CASES = Object.fromEntries(
  INCIDENT_COMMAND_NAMES.map((name) => [name, useCase(name)]),
) as unknown as { [N in IncidentCommandName]: PersonUseCase<N> };
