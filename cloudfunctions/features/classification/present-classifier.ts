import { mayChangePolicy } from '../../../domain/policy/permission';
import type { ClassifierView } from '../../../types/api/classifier';
import type { PersonCall } from '../call';
import { COMPANY_ID, loadCompany } from '../estate/load-estate';
import type { ModelDocument } from './classifier-state';
import { modelInForce } from './model-in-force';

/** More are of no interest; every one stays in the database. */
const MOST_MODELS = 20;

export async function presentClassifier(call: PersonCall): Promise<ClassifierView> {
  const { database } = call.platform;
  const { classifier } = await loadCompany(database, true);
  const [models, { problem }] = await Promise.all([
    database.find<ModelDocument>('models', {
      where: { companyId: COMPANY_ID },
      orderBy: [
        ['at', -1],
        ['_id', -1],
      ],
      limit: MOST_MODELS,
    }),
    modelInForce(call),
  ]);
  const live = classifier?.live ?? null;
  return {
    live: {
      version: live?.version ?? null,
      since: live?.at ?? null,
      by: live?.by.name ?? '',
      why: live?.why ?? '',
    },
    problem,
    mayChoose: mayChangePolicy(call.person, null),
    models: models.map(({ _id, at, note, gold }) => ({ version: _id, at, note, gold: { ...gold } })),
    earlier: [...(classifier?.earlier ?? [])]
      .reverse()
      .map(({ version, at, by, why }) => ({ version, at, by: by.name, why })),
  };
}
