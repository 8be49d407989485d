import { calendarOf } from '../../../domain/clock/calendar';
import type { Calendar } from '../../../domain/clock/duration';
import type { Estate, Routing } from '../../../domain/people/estate';
import { DEFAULT_POLICY, type Policy } from '../../../domain/policy/defaults';
import { mergePolicy, type PolicyOverride } from '../../../domain/policy/merge';
import { Refusal } from '../../../types/errors';
import type { CompanyId, EstateId, Instant } from '../../../types/ids';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';
import type { ClassifierFields } from '../classification/classifier-state';
import { policyOwner, type StoredVersion } from '../policy/stored-version';

/** The property company; one per environment, so that a post for all estates means all there are. */
export const COMPANY_ID = 'company' as CompanyId;

export interface CompanyDocument extends ClassifierFields {
  _id: CompanyId;
  name: string;
  /** What the company and its estates have changed of the default policy; missing while nothing is. */
  policies?: PoliciesInForce;
}

/**
 * The version in force of each owner (`company`, `estate:<id>`). All stand in the company's document, so that a change of the
 * company and one of an estate can't meet in a policy that makes no sense.
 */
export interface PoliciesInForce {
  /** One more with every change of any of them; the compare-and-set of the store. */
  revision: number;
  heads: Readonly<Record<string, StoredVersion<PolicyOverride>>>;
}

export type EstateDocument = Omit<Estate, 'id'> & {
  _id: EstateId;
  /** The routing table as it was last changed in the app; before that, the one the estate was founded with holds. */
  routingHead?: StoredVersion<Routing>;
  /** When the next day of its daily routines begins (IN-04). */
  nextRoutineAt?: Instant;
};

/** An estate with the rules that hold there. */
export interface EstateContext {
  readonly estate: Estate;
  readonly company: { readonly id: CompanyId; readonly name: string };
  readonly policy: Policy;
  readonly policyVersion: string;
  readonly calendar: Calendar;
}

/** How long a warm instance may answer from memory; a changed policy holds everywhere after this time. */
const FRESH_MS = 30_000;

interface Remembered<T> {
  at: number;
  value: T;
}
const estates = new Map<EstateId, Remembered<EstateContext>>();
let company: Remembered<CompanyDocument> | null = null;
let everyId: Remembered<readonly EstateId[]> | null = null;

const fresh = <T>(remembered: Remembered<T> | null | undefined): remembered is Remembered<T> =>
  remembered != null && Math.abs(Date.now() - remembered.at) < FRESH_MS;
const remember = <T>(value: T): Remembered<T> => ({ at: Date.now(), value });

/** Forgets what is remembered; for the one who changes an estate or policy, and for tests. */
export const forgetEstates = (): void => {
  estates.clear();
  company = null;
  everyId = null;
};

/** The company; with `anew` as it stands in the database now. @throws Refusal notFound */
export const loadCompany = async (database: Database, anew = false): Promise<CompanyDocument> => {
  if (!anew && fresh(company)) return company.value;
  const document = await database.get<CompanyDocument>('companies', COMPANY_ID);
  if (document === null) throw new Refusal('notFound', { message: '这个环境还没有设置物业公司和小区。' });
  company = remember(document);
  return document;
};

/** The version in force of what a company (null) or an estate has set itself. */
export const policyHead = (
  { policies }: Pick<CompanyDocument, 'policies'>,
  estateId: EstateId | null,
): StoredVersion<PolicyOverride> | undefined => policies?.heads[policyOwner(estateId)];

/** What holds for the company as a whole. */
export const companyPolicy = (company: Pick<CompanyDocument, 'policies'>): Policy => {
  const merged = mergePolicy(DEFAULT_POLICY, policyHead(company, null)?.content);
  return merged.ok ? merged.policy : DEFAULT_POLICY;
};

const contextOf = (
  { _id, routingHead, nextRoutineAt: _next, ...founded }: EstateDocument,
  of: CompanyDocument,
): EstateContext => {
  const merged = mergePolicy(DEFAULT_POLICY, policyHead(of, null)?.content, policyHead(of, _id)?.content);
  // A policy is checked when it is saved; one that no longer fits the program is a bug to be seen, not to be guessed around.
  if (!merged.ok) throw new Error(`the policy of estate ${_id} makes no sense: ${JSON.stringify(merged.fields)}`);
  const { policy } = merged;
  return {
    estate: { ...founded, id: _id, routing: routingHead?.content ?? founded.routing },
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
