/**
 * The ledger of one-time message consents (MS-01): WeChat tells nobody what is left, so every answer of a person and every
 * send is written down per template.
 */
import { TEMPLATE_CODES, TEMPLATES, type TemplateCode } from '../../../domain/notice/templates';
import type { PersonId } from '../../../types/ids';
import type { Me } from '../../../types/views';
import type { Config } from '../../platform/config';
import type { Database } from '../../platform/database';
import { _ } from '../../platform/operators';

export interface CreditDocument {
  /** `person:template` */
  _id: string;
  personId: PersonId;
  template: TemplateCode;
  left: number;
  used: number;
  refused: number;
  failures: number;
  /** The last consents written, so that one sent again counts once. */
  commands: readonly string[];
}

const REMEMBERED_COMMANDS = 20;

const creditId = (personId: PersonId, template: TemplateCode): string => `${personId}:${template}`;

/** The account's id of a template; its code where none is configured (local cloud, tests). */
export const templateIdOf = (template: TemplateCode, { templateIds }: Pick<Config, 'templateIds'>): string =>
  templateIds[template] ?? template;

/** Writes down what a person answered for one template; the same command counts once. */
export const recordAnswer = async (
  personId: PersonId,
  template: TemplateCode,
  accepted: boolean,
  commandId: string,
  database: Database,
): Promise<void> => {
  const _id = creditId(personId, template);
  const gained = { left: accepted ? 1 : 0, refused: accepted ? 0 : 1 };
  const add = () =>
    database.updateIf(
      'credits',
      { _id, commands: _.neq(commandId) },
      { left: _.inc(gained.left), refused: _.inc(gained.refused), commands: _.push([commandId], REMEMBERED_COMMANDS) },
    );
  if ((await add()) > 0) return;
  // Either the first answer ever, or one that was written before: then the insert finds the document there.
  const first: CreditDocument = { _id, personId, template, ...gained, used: 0, failures: 0, commands: [commandId] };
  // It is there also when another first answer has just been written; then this one is added to it.
  if ((await database.insert('credits', first)) === 'duplicate') await add();
};

/** Of these `person:template`, those with a consent left; one read. */
export const loadCredits = async (ids: readonly string[], database: Database): Promise<Set<string>> => {
  if (ids.length === 0) return new Set();
  const found = await database.find<Pick<CreditDocument, '_id' | 'left'>>('credits', {
    where: { _id: _.in([...new Set(ids)]) },
    limit: 1000,
    fields: ['left'],
  });
  return new Set(found.filter((credit) => credit.left > 0).map((credit) => credit._id));
};

/** Takes one consent before sending; false when none is left. */
export const takeCredit = async (personId: PersonId, template: TemplateCode, database: Database): Promise<boolean> =>
  (await database.updateIf(
    'credits',
    { _id: creditId(personId, template), left: _.gt(0) },
    { left: _.inc(-1), used: _.inc(1) },
  )) > 0;

/** Gives a consent back that surely wasn't used. */
export const returnCredit = async (personId: PersonId, template: TemplateCode, database: Database): Promise<void> => {
  await database.update('credits', creditId(personId, template), {
    left: _.inc(1),
    used: _.inc(-1),
    failures: _.inc(1),
  });
};

/** WeChat said there is none, whatever the ledger thought (the person switched messages off). */
export const clearCredit = async (personId: PersonId, template: TemplateCode, database: Database): Promise<void> => {
  await database.update('credits', creditId(personId, template), { left: 0, failures: _.inc(1) });
};

/** What is left of each template that can reach this person; one read. */
export const creditsOf = async (
  personId: PersonId,
  staff: boolean,
  database: Database,
  config: Pick<Config, 'templateIds'>,
): Promise<Me['credits']> => {
  const documents = await database.find<CreditDocument>('credits', { where: { personId } });
  return TEMPLATE_CODES.filter((code) => staff || TEMPLATES[code].audience === 'resident').map((template) => ({
    template,
    templateId: templateIdOf(template, config),
    title: TEMPLATES[template].title,
    left: documents.find((document) => document.template === template)?.left ?? 0,
    audience: TEMPLATES[template].audience,
  }));
};
