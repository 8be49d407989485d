import type { EvaluationView } from '../../../types/api/classifier';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { TEXTS } from './classifier-texts';

const QUESTIONS = ['category', 'kind', 'responsibility'] as const;

/** What the classifier still knew on a night. */
export function NightCard({ night }: { night: EvaluationView }) {
  const worse = [
    ...night.falls.map(({ question, figure, before, after }) => TEXTS.fall(question, figure, before, after)),
    ...(night.muchCorrected ? [TEXTS.muchCorrected] : []),
  ];
  const model = night.model === null ? TEXTS.ownModel : TEXTS.modelName(night.model);
  return (
    <Card title={TEXTS.night(night.day, model)} flush>
      {worse.length === 0 ? null : <Cell title={TEXTS.worse} note={worse.join('；')} />}
      {QUESTIONS.map((question) => {
        const { right, acceptable, macroF1 } = night.figures[question];
        return (
          <Cell key={question} title={TEXTS.question(question)} note={TEXTS.figures(right, acceptable, macroF1)} />
        );
      })}
      <Cell
        title={TEXTS.drift}
        note={`${TEXTS.driftText(night.filed, night.corrected, night.share)} · ${TEXTS.followed(night.messages, night.followed)}`}
      />
      {night.confusions.length === 0 ? null : (
        <Cell
          title={TEXTS.confusion}
          note={night.confusions
            .map(({ proposed, decided, count }) => TEXTS.confusionText(proposed, decided, count))
            .join('；')}
        />
      )}
    </Card>
  );
}
