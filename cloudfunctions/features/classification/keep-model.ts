/** A released model is kept for good: its weights in parts first, then what names it, so that a half-written one is never chosen. */
import { createHash } from 'node:crypto';
import { BUCKET_BITS } from '../../../domain/classify/features';
import { type ModelFile, openModel } from '../../../domain/classify/model';
import type { Instant } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { COMPANY_ID } from '../estate/load-estate';
import { type ModelDocument, type ModelPart, PART_CHARACTERS, partId } from './classifier-state';

/** @returns its version, the same for the same weights. Error when it was trained for another program. */
export async function keepModel(
  file: ModelFile,
  { note, gold, now }: { note: string; gold: ModelDocument['gold']; now: Instant },
  database: Database,
): Promise<string> {
  openModel(file, 2 ** BUCKET_BITS);
  const text = JSON.stringify(file);
  const version = `m-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
  const parts = Math.ceil(text.length / PART_CHARACTERS);
  for (let part = 0; part < parts; part += 1) {
    const from = part * PART_CHARACTERS;
    const document: ModelPart = { _id: partId(version, part), text: text.slice(from, from + PART_CHARACTERS) };
    await database.insert('models', document);
  }
  const released: ModelDocument = { _id: version, companyId: COMPANY_ID, at: now, note, gold, parts };
  await database.insert('models', released);
  return version;
}
