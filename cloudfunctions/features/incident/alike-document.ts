/** The index of alike complaints (IN-07, SV-22): one small document for each that is open or recent, by the complaint's `_id`. */
import { type AlikeEntry, alikeEntryOf, changesAlikeEntry } from '../../../domain/incident/alike-index';
import type { Complaint } from '../../../domain/complaint/complaint';
import type { ComplaintId, EstateId } from '../../../types/ids';
import { _ } from '../../platform/operators';
import type { ClockPart, Scene } from '../clock-part';
import type { EstateContext } from '../estate/load-estate';
import type { Step } from '../lifecycle/keeper';

export interface AlikeDocument extends AlikeEntry {
  _id: ComplaintId;
  estateId: EstateId;
}

/** Derived from the complaint after saving; repeating it, or an older state of it coming late, changes nothing. */
export async function keepAlikeEntry(
  steps: readonly Step<Complaint>[],
  { policy, calendar }: EstateContext,
  { platform: { database } }: Scene,
): Promise<void> {
  const last = steps.at(-1);
  if (last === undefined || !steps.some(({ event }) => changesAlikeEntry(event.type))) return;
  const complaint = last.subject;
  const entry = alikeEntryOf(complaint, policy, calendar);
  const document: AlikeDocument = { _id: complaint.id, estateId: complaint.estateId, ...entry };
  const isNew = steps.some(({ before }) => before === null);
  if (isNew && (await database.insert('alike', document)) === 'inserted') return;
  const older = { _id: complaint.id, version: _.lt(entry.version) };
  // One that was swept after its time comes back when its complaint is opened again.
  if ((await database.updateIf('alike', older, { ...entry })) === 0 && entry.open)
    await database.insert('alike', document);
}

const PAGE = 100;

/** What is closed and older than the time in which alike ones count is found no more; withdrawn ones neither. */
export const sweepAlike: ClockPart = async ({ now, platform: { database } }, mayGoOn) => {
  let swept = 0;
  while (mayGoOn()) {
    const past = await database.find<{ _id: ComplaintId }>('alike', {
      where: { until: _.gt('').and(_.lte(now)) },
      orderBy: [
        ['until', 1],
        ['_id', 1],
      ],
      limit: PAGE,
      fields: ['_id'],
    });
    for (const { _id } of past) await database.remove('alike', _id);
    swept += past.length;
    if (past.length < PAGE) break;
  }
  return swept;
};
