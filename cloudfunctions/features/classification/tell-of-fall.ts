/** Quality and the administrators hear that the classifier has become worse or its chosen model can't be used, each once a night. */
import { postKey } from '../../../domain/people/person';
import type { Question } from '../../../domain/classify/model';
import type { EstateId, MessageId } from '../../../types/ids';
import type { Scene } from '../clock-part';
import { loadEveryEstate } from '../estate/load-estate';
import { queueMessages } from '../message/queue-messages';
import { peopleBehind } from '../people/people-behind';
import type { EvaluationDocument, Report } from './evaluation-document';

const QUESTION_WORDS: Readonly<Record<Question, string>> = {
  category: '类别',
  kind: '类型',
  responsibility: '责任',
};

/** “类别 73.2%→65.0%” */
const wordsOf = ({ falls, share, muchCorrected }: Report): string => {
  const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;
  const [first] = falls;
  if (first !== undefined) return `${QUESTION_WORDS[first.question]} ${percent(first.before)}→${percent(first.after)}`;
  return muchCorrected ? `近 30 天更正 ${percent(share ?? 0)}` : '';
};

/** @param unusable since this night the program's own model answers instead of the chosen one */
export async function tellOfFall(
  night: EvaluationDocument,
  report: Report,
  unusable: boolean,
  scene: Scene,
): Promise<void> {
  const [what, how] = unusable
    ? ['选定的分类模型不能用', '现由随程序附带的模型代替']
    : ['自动分类变差了', wordsOf(report)];
  const estates = await loadEveryEstate(scene.platform.database);
  const [first] = estates;
  if (first === undefined) return;
  const places: ('*' | EstateId)[] = ['*', ...estates.map(({ estate }) => estate.id)];
  const people = await peopleBehind(
    places.flatMap((place) => [postKey('quality', place), postKey('admin', place)]),
    scene.platform,
  );
  const told = [...new Set([...people.values()].flat())];
  await queueMessages(
    told.map((to) => ({
      id: `${night._id}:${to}:newWork` as MessageId,
      to,
      template: 'newWork' as const,
      values: [night.day, what, how, night.day, '查看分类评估'],
      complaintId: null,
      estateId: first.estate.id,
      page: 'staff/classifier/index',
      at: scene.now,
      mustKnow: false,
      anyHour: true,
    })),
    scene,
  );
}
