/** The model that answers: the released one that the company has chosen, or the one that comes with the program. */
import { BUCKET_BITS } from '../../../domain/classify/features';
import { type Model, type ModelFile, openModel } from '../../../domain/classify/model';
import { Refusal } from '../../../types/errors';
import type { Scene } from '../clock-part';
import { loadCompany } from '../estate/load-estate';
import type { Database } from '../../platform/database';
import { type ModelDocument, type ModelPart, partId } from './classifier-state';

/** A released model as it was written down; null when a part of it is missing. */
export async function loadModelFile(version: string, database: Database): Promise<ModelFile | null> {
  const released = await database.get<ModelDocument>('models', version);
  if (released === null) return null;
  let text = '';
  for (let part = 0; part < released.parts; part += 1) {
    const found = await database.get<ModelPart>('models', partId(version, part));
    if (found === null) return null;
    text += found.text;
  }
  return JSON.parse(text) as ModelFile;
}

/** Opened once in the life of an instance; one that can't be opened is not tried again before the choice changes. */
let opened: { version: string; model: Model | null } | null = null;

/** `model` is undefined for the program's own; `problem`: the chosen one can't be used, and the program's own answers. */
export interface InForce {
  version: string | null;
  model: Model | undefined;
  problem: boolean;
}
const OWN: InForce = { version: null, model: undefined, problem: false };

/** Null also in an environment without a company. */
async function chosenVersion(database: Database): Promise<string | null> {
  try {
    return (await loadCompany(database)).classifier?.live?.version ?? null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notFound') return null;
    throw error;
  }
}

export async function modelInForce({ platform: { database, log } }: Pick<Scene, 'platform'>): Promise<InForce> {
  const version = await chosenVersion(database);
  if (version === null) return OWN;
  if (opened?.version !== version) {
    try {
      const file = await loadModelFile(version, database);
      if (file === null) throw new Error(`model ${version} is incomplete`);
      opened = { version, model: openModel(file, 2 ** BUCKET_BITS) };
    } catch (error) {
      // What the database doesn't answer is asked again; what doesn't fit the program won't fit later.
      if (error instanceof Refusal) return { ...OWN, problem: true };
      log.error('the chosen model cannot be used', error, { version });
      opened = { version, model: null };
    }
  }
  return opened.model === null ? { ...OWN, problem: true } : { version, model: opened.model, problem: false };
}
