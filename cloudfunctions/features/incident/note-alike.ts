/**
 * SV-22: when enough different complainants have complained of the same within the policy's time, each of their open complaints
 * is told, whether or not the desk has made an incident of them. Derived after saving; repeating it changes nothing.
 */
import type { SystemCommand } from '../../../domain/complaint/command';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { EventType } from '../../../domain/complaint/events';
import { carriesSeverity } from '../../../domain/complaint/severity';
import { dueAt } from '../../../domain/clock/duration';
import { COUNTED_FROM } from '../../../domain/incident/alike';
import { matterOfComplaint, textOf } from '../../../domain/incident/alike-index';
import { alikeReason } from '../../../domain/incident/group';
import { joiningOf } from '../../../domain/incident/news';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId } from '../../../types/ids';
import { GOING_ON_STATES, type State } from '../../../types/vocabulary';
import { _ } from '../../platform/operators';
import type { Scene } from '../clock-part';
import type { CardFields, ComplaintDocument } from '../complaint/complaint-document';
import type { EstateContext } from '../estate/load-estate';
import type { Step } from '../lifecycle/keeper';
import { findAlikeComplaints } from './find-alike';

/** Has a complaint carry out what is asked of it, with all that follows; nothing follows when it had done so before. */
export type GiveNote = (
  order: { complaintId: ComplaintId; commandId: CommandId; command: SystemCommand },
  scene: Scene,
) => Promise<void>;

type Row = Pick<CardFields, '_id' | 'number' | 'kind' | 'homeId' | 'filerId' | 'filedAt' | 'open'> &
  Pick<ComplaintDocument, 'countedAlike'>;

const SAYS_MORE: ReadonlySet<EventType> = new Set<EventType>(['filed', 'recorded', 'classified', 'wordsAdded']);

/** So many are told within a resident's request; the rest by the clock, within the next minutes. */
const MOST_AT_ONCE = 12;

/** @returns whether all were told; in a hurry some are left to the clock */
export async function noteAlike(
  steps: readonly Step<Complaint>[],
  { policy, calendar }: EstateContext,
  give: GiveNote,
  scene: Scene,
  hurried: boolean,
): Promise<boolean> {
  const complaint = steps.at(-1)?.subject;
  if (complaint === undefined || !steps.some(({ event }) => SAYS_MORE.has(event.type))) return true;
  const { id, estateId, kind, state, filedAt, reasons } = complaint;
  const counts = carriesSeverity(kind) && (GOING_ON_STATES as readonly State[]).includes(state);
  if (!counts || reasons.some(({ code, struck }) => code === 'SV-22' && struck === null)) return true;

  const question = { estateId, text: textOf(complaint), matter: matterOfComplaint(complaint) };
  const found = (await findAlikeComplaints(question, id, scene.platform)).filter(
    ({ score, samePlace }) => samePlace && score >= COUNTED_FROM,
  );
  const { count, within } = policy.severity.alike;
  if (found.length + 1 < count) return true;
  const rows = await scene.platform.database.find<Row>('complaints', {
    where: { _id: _.in(found.map((one) => one.id)) },
    limit: found.length,
    fields: ['number', 'kind', 'homeId', 'filerId', 'filedAt', 'open', 'countedAlike'],
  });
  const recent = rows.filter(
    (row) =>
      carriesSeverity(row.kind) &&
      (row.filedAt <= filedAt
        ? filedAt <= dueAt(row.filedAt, within, calendar)
        : row.filedAt <= dueAt(filedAt, within, calendar)),
  );
  const held = alikeReason(
    [joiningOf(complaint), ...recent.map((row) => ({ ...row, complaintId: row._id }))],
    policy,
    calendar,
  );
  if (held === null) return true;
  // Who holds it already has nothing to hear, so filing costs the same with the tenth as with the fourth.
  const others = recent.filter(({ open, countedAlike }) => open && !countedAlike).map(({ _id }) => _id);
  const now = hurried ? others.slice(0, MOST_AT_ONCE) : others;
  const all = now.length === others.length;
  // Itself last: its own step goes on from what it is then.
  for (const complaintId of all ? [...now, id] : now) {
    try {
      await give({ complaintId, commandId: `alike-${id}` as CommandId, command: { name: 'noteAlike', held } }, scene);
    } catch (error) {
      // It was closed or withdrawn meanwhile: nothing of this concerns it any more.
      if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
    }
  }
  return all;
}
