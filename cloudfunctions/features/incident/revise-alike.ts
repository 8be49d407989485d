/**
 * SV-22 taken back: a reason that holds only because complaints read alike is counted anew when one of those that were counted
 * is withdrawn, or corrected to another matter. Derived after saving; repeating it changes nothing. Only a complaint that may
 * have been counted costs a read.
 */
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintEvent } from '../../../domain/complaint/events';
import { carriesSeverity, holdsByLikeness } from '../../../domain/complaint/severity';
import { alikeReason, type CountedOne, stillCounted } from '../../../domain/incident/group';
import { Refusal } from '../../../types/errors';
import type { CommandId, ComplaintId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import type { Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { Step } from '../lifecycle/keeper';
import type { AlikeDocument } from './alike-document';
import { ALIKE_ROW, type AlikeRow, alikeRows, countedWith, joiningOfRow } from './alike-counted';
import type { GiveNote } from './note-alike';

/** Whose reasons are looked at with one read; a resident's request looks at the first ones only. */
const PAGE = 12;

type Entry = Pick<AlikeDocument, '_id' | 'estateId' | 'matter'>;

/** Withdrawn, or said to be something else than was thought; words that are added take nothing back. */
const unsays = (event: ComplaintEvent): boolean =>
  event.type === 'withdrawn' || (event.type === 'classified' && event.data.corrected);

/** Whoever is counted while open is told so; one that was closed then may have been counted without hearing of it. */
const mayBeCounted = ({ events, round }: Complaint): boolean =>
  round > 1 || events.some((event) => event.type === 'reasonAdded' && event.data.code === 'SV-22');

const entriesOf = async (ids: readonly ComplaintId[], { database }: Platform): Promise<Map<ComplaintId, Entry>> => {
  const fields = ['estateId', 'matter'] as const;
  const entries =
    ids.length === 0
      ? []
      : await database.find<Entry>('alike', { where: { _id: _.in(ids) }, limit: ids.length, fields });
  return new Map(entries.map((entry) => [entry._id, entry]));
};

/** Counts anew for each of these whose reason holds because they read alike. */
async function reviseEach(
  holders: readonly AlikeRow[],
  because: { why: string; command: string },
  context: EstateContext,
  give: GiveNote,
  scene: Scene,
): Promise<void> {
  const { platform } = scene;
  const { policy, calendar } = context;
  const ids = [...new Set(holders.flatMap(({ alikeWith }) => alikeWith))];
  const [rows, entries] = await Promise.all([alikeRows(ids, platform), entriesOf(ids, platform)]);
  const seen = (row: AlikeRow): CountedOne => ({
    ...joiningOfRow(row),
    withdrawn: row.state === 'withdrawn',
    matter: entries.get(row._id)?.matter ?? null,
  });
  const byId = new Map(rows.map((row) => [row._id, seen(row)]));
  for (const { _id: id, kind, filedAt, alikeWith } of holders) {
    const holder = byId.get(id);
    if (holder === undefined || !carriesSeverity(kind)) continue; // Its kind was changed: its reasons end by a supervisor's word.
    const left = stillCounted(
      holder,
      alikeWith.flatMap((counted) => byId.get(counted) ?? []),
    );
    if (alikeReason(left, policy, calendar) !== null) continue;
    // What came later was not told to those who held it already.
    const entry = entries.get(id);
    const question = entry === undefined ? null : { estateId: entry.estateId, matter: entry.matter, text: '' };
    const found = question === null ? [] : await countedWith(question, { id, filedAt }, 1, context, platform);
    const known = new Set(left.map(({ complaintId }) => complaintId));
    const more = found.filter(({ _id }) => !known.has(_id)).map(joiningOfRow);
    const held = alikeReason([...left, ...more], policy, calendar);
    const command = { name: 'reviseAlike', counted: alikeWith, held, note: because.why } as const;
    try {
      await give({ complaintId: id, commandId: `unlike-${because.command}` as CommandId, command }, scene);
    } catch (error) {
      // It was closed or withdrawn meanwhile: it keeps what it was closed with, until it is opened again.
      if (!(error instanceof Refusal) || error.code !== 'notInThisState') throw error;
    }
  }
}

/**
 * Whoever's reason counts this complaint, itself among them.
 *
 * @param hurried the first ones only
 */
export async function reviseThoseCounting(
  gone: ComplaintId,
  command: string,
  context: EstateContext,
  give: GiveNote,
  scene: Scene,
  { why, hurried }: { why: string; hurried: boolean },
): Promise<void> {
  let after = '';
  for (;;) {
    const holders: AlikeRow[] = await scene.platform.database.find<AlikeRow>('complaints', {
      where: { alikeWith: gone, open: true, _id: _.gt(after) },
      orderBy: [['_id', 1]],
      limit: PAGE,
      fields: ALIKE_ROW,
    });
    await reviseEach(holders, { why, command }, context, give, scene);
    after = holders.at(-1)?._id ?? '';
    if (hurried || holders.length < PAGE) return;
  }
}

/**
 * @returns whether nothing is left: in a hurry the clock looks once more, for whoever was counting it at that very moment
 */
export async function reviseAlike(
  steps: readonly Step<Complaint>[],
  context: EstateContext,
  give: GiveNote,
  scene: Scene,
  hurried: boolean,
): Promise<boolean> {
  const complaint = steps.at(-1)?.subject;
  if (complaint === undefined) return true;
  const { id, number, state } = complaint;
  const event = steps.filter((step) => unsays(step.event)).at(-1)?.event;
  if (event !== undefined && mayBeCounted(complaint)) {
    const why = `${number} ${state === 'withdrawn' ? '已撤回' : '已更正'}，同一问题的投诉不再够数`;
    await reviseThoseCounting(id, event.id, context, give, scene, { why, hurried });
    return !hurried;
  }
  // What was withdrawn or corrected while it was closed.
  const reopened = steps.filter((step) => step.event.type === 'reopened').at(-1)?.event;
  if (reopened === undefined || !complaint.reasons.some(holdsByLikeness)) return true;
  const self = await alikeRows([id], scene.platform);
  const because = { why: '重新打开时同一问题的投诉已不够数', command: reopened.id };
  await reviseEach(self, because, context, give, scene);
  return true;
}
