import { CATEGORIES, KINDS, RESPONSIBILITIES } from '../../../types/vocabulary';
import type { Question } from '../../../domain/classify/model';
import { _ } from '../../platform/operators';
import type { PersonUseCase } from '../call';
import { COMPANY_ID } from '../estate/load-estate';
import type { EvaluationDocument } from './evaluation-document';

const PAGE = 14;

const WORDS: Readonly<Record<Question, Readonly<Record<string, string>>>> = {
  category: CATEGORIES,
  kind: KINDS,
  responsibility: RESPONSIBILITIES,
};
const wordOf = (question: Question, code: string): string => WORDS[question][code] ?? code;

/** RG-03: the finished evaluations, the newest first. */
export const classifierNights: PersonUseCase<'classifierNights'> = async ({ cursor }, { platform }) => {
  const found = await platform.database.find<EvaluationDocument>('evaluations', {
    where: { companyId: COMPANY_ID, ...(cursor === undefined ? {} : { day: _.lt(cursor) }) },
    orderBy: [['day', -1]],
    limit: PAGE,
    fields: ['day', 'at', 'model', 'modelProblem', 'answered', 'followed', 'report'],
  });
  return {
    items: found.flatMap(({ day, at, model, modelProblem, answered, followed, report }) =>
      report === null
        ? []
        : [
            {
              ...{ day, at, model, modelProblem, messages: answered, followed },
              ...report,
              confusions: report.confusions.map(({ question, proposed, decided, count }) => ({
                ...{ question, count },
                proposed: wordOf(question, proposed),
                decided: wordOf(question, decided),
              })),
            },
          ],
    ),
    cursor: found.length < PAGE ? null : (found.at(-1)?.day ?? null),
  };
};
