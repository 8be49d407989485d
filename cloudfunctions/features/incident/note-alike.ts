/**
 * SV-22: when enough different complainants have complained of the same within the policy's time, each of their open complaints
 * is told, whether or not the desk has made an incident of them. Derived after saving; repeating it changes nothing.
 */
import type { SystemCommand } from '../../../domain/complaint/command';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { EventType } from '../../../domain/complaint/events';
import { carriesSeverity, holdsByLikeness } from '../../../domain/complaint/severity';
import { matterOfComplaint, textOf } from '../../../domain/incident/alike-index';
import { alikeReason } from '../../../domain/incident/group';
import { joiningOf } from '../../../domain/incident/news';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId } from '../../../types/ids';
import { GOING_ON_STATES, type State } from '../../../types/vocabulary';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { Step } from '../lifecycle/keeper';
import { countedWith, joiningOfRow } from './alike-counted';
import { reviseThoseCounting } from './revise-alike';

/** Has a complaint carry out what is asked of it, with all that follows; nothing follows when it had done so before. */
export type GiveNote = (
  order: { complaintId: ComplaintId; commandId: CommandId; command: SystemCommand },
  scene: Scene,
) => Promise<void>;

const SAYS_MORE: ReadonlySet<EventType> = new Set<EventType>(['filed', 'recorded', 'classified', 'wordsAdded']);

/** So many are told within a resident's request; the rest by the clock, within the next minutes. */
const MOST_AT_ONCE = 12;

/** @returns whether all were told; in a hurry some are left to the clock */
export async function noteAlike(
  steps: readonly Step<Complaint>[],
  context: EstateContext,
  give: GiveNote,
  scene: Scene,
  hurried: boolean,
): Promise<boolean> {
  const complaint = steps.at(-1)?.subject;
  const said = steps.filter(({ event }) => SAYS_MORE.has(event.type)).at(-1)?.event;
  if (complaint === undefined || said === undefined) return true;
  const { id, estateId, kind, state, reasons } = complaint;
  const counts = carriesSeverity(kind) && (GOING_ON_STATES as readonly State[]).includes(state);
  const holds = reasons.find(({ code, struck }) => code === 'SV-22' && struck === null);
  // Corrected it may be counted with others than before, who have to hear of it.
  const countedAnew =
    said.type === 'classified' && said.data.corrected && holds !== undefined && holdsByLikeness(holds);
  if (!counts || (holds !== undefined && !countedAnew)) return true;

  const { policy, calendar } = context;
  const question = { estateId, text: textOf(complaint), matter: matterOfComplaint(complaint) };
  const recent = await countedWith(question, complaint, policy.severity.alike.count - 1, context, scene.platform);
  const held = alikeReason([joiningOf(complaint), ...recent.map(joiningOfRow)], policy, calendar);
  if (held === null) return true;
  // Who holds it already has nothing to hear, so filing costs the same with the tenth as with the fourth.
  const others = recent.filter(({ open, countedAlike }) => open && !countedAlike).map(({ _id }) => _id);
  const now = hurried ? others.slice(0, MOST_AT_ONCE) : others;
  const all = now.length === others.length;
  const commandId = `alike-${id}-${said.id}` as CommandId;
  const over: ComplaintId[] = [];
  // Itself last: its own step goes on from what it is then.
  for (const complaintId of all ? [...now, id] : now) {
    try {
      await give({ complaintId, commandId, command: { name: 'noteAlike', held } }, scene);
    } catch (error) {
      // It was closed or withdrawn meanwhile: nothing of this concerns it any more.
      if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
      over.push(complaintId);
    }
  }
  // Those who were told by then have counted it.
  const why = { why: '同一问题的投诉不再够数', hurried: false };
  for (const gone of over) await reviseThoseCounting(gone, `${commandId}-${gone}`, context, give, scene, why);
  return all;
}
