import { calendarOf } from '../../../domain/clock/calendar';
import type { Calendar } from '../../../domain/clock/duration';
import type { Estate } from '../../../domain/people/estate';
import { DEFAULT_POLICY, type Policy } from '../../../domain/policy/defaults';
import { mergePolicy, type PolicyOverride } from '../../../domain/policy/merge';
import { Refusal } from '../../../types/errors';
import type { CompanyId, EstateId } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';

/** The property company; one per environment, so that a post for all estates means all there are. */
export const COMPANY_ID = 'company' as CompanyId;

export interface CompanyDocument {
  _id: CompanyId;
  name: string;
  /** What the company changed of the default policy. */
  policy?: PolicyOverride;
}

export type EstateDocument = Omit<Estate, 'id'> & { _id: EstateId; policy?: PolicyOverride };

/** An estate with the rules that hold there. */
export interface EstateContext {
  readonly estate: Estate;
  readonly company: { readonly id: CompanyId; readonly name: string };
  readonly policy: Policy;
  readonly policyVersion: number;
  readonly calendar: Calendar;
}

/** How long a warm instance may answer from memory; a changed policy holds everywhere after this time. */
const FRESH_MS = 30_000;

interface Remembered<T> {
  until: number;
  value: T;
}
const estates = new Map<EstateId, Remembered<EstateContext>>();
let company: Remembered<CompanyDocument> | null = null;
let everyId: Remembered<readonly EstateId[]> | null = null;

const fresh = <T>(remembered: Remembered<T> | null | undefined): remembered is Remembered<T> =>
  remembered != null && remembered.until > performance.now();
const remember = <T>(value: T): Remembered<T> => ({ until: performance.now() + FRESH_MS, value });

/** Forgets what is remembered; for the one who changes an estate or policy, and for tests. */
export const forgetEstates = (): void => {
  estates.clear();
  company = null;
  everyId = null;
};

const loadCompany = async (database: Database): Promise<CompanyDocument> => {
  if (fresh(company)) return company.value;
  const document = await database.get<CompanyDocument>('companies', COMPANY_ID);
  if (document === null) throw new Refusal('notFound', { message: '这个环境还没有设置物业公司和小区。' });
  company = remember(document);
  return document;
};

const contextOf = ({ _id, policy: own, ...estate }: EstateDocument, of: CompanyDocument): EstateContext => {
  const merged = mergePolicy(DEFAULT_POLICY, of.policy, own);
  // A policy is checked when it is saved; one that no longer fits the program is a bug to be seen, not to be guessed around.
  if (!merged.ok) throw new Error(`the policy of estate ${_id} makes no sense: ${JSON.stringify(merged.fields)}`);
  const { policy } = merged;
  return {
    estate: { ...estate, id: _id },
    company: { id: of._id, name: of.name },
    policy,
    policyVersion: policy.version,
    calendar: calendarOf(policy),
  };
};

/** Several estates, in the order asked for; unknown ones are left out. At most two reads, none when all are remembered. */
export const loadEstates = async (ids: readonly EstateId[], database: Database): Promise<EstateContext[]> => {
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !fresh(estates.get(id)));
  if (missing.length > 0) {
    const [of, documents] = await Promise.all([
      loadCompany(database),
      database.find<EstateDocument>('estates', { where: { _id: _.in(missing) }, limit: 1000 }),
    ]);
    for (const document of documents) estates.set(document._id, remember(contextOf(document, of)));
  }
  return wanted.flatMap((id) => estates.get(id)?.value ?? []);
};

/** @throws Refusal notFound */
export const loadEstate = async (id: EstateId, database: Database): Promise<EstateContext> => {
  const [context] = await loadEstates([id], database);
  if (context === undefined) throw new Refusal('notFound');
  return context;
};

/** Every estate of the company. */
export const loadEveryEstate = async (database: Database): Promise<EstateContext[]> => {
  if (!fresh(everyId)) {
    const documents = await database.find<{ _id: EstateId }>('estates', {
      where: { companyId: COMPANY_ID },
      orderBy: [['_id', 1]],
      limit: 1000,
      fields: ['_id'],
    });
    everyId = remember(documents.map((document) => document._id));
  }
  return loadEstates(everyId.value, database);
};
