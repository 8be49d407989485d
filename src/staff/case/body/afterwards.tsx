import { Text, View } from '@tarojs/components';
import { dueText, timeText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { CALLBACK_FORMS, INFORM_WAYS, SATISFACTIONS } from '../../../../types/vocabulary';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { Facts } from '../facts';

/** The API carries it as a number. */
const SATISFACTION_WORDS: Readonly<Record<number, string>> = SATISFACTIONS;
const satisfactionWord = (satisfaction: number): string => SATISFACTION_WORDS[satisfaction] ?? '';

interface Props {
  view: ComplaintView;
}

/** How the resident was told, and what they said when asked afterwards. */
export function Afterwards({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  const { informed, callback } = view;
  return (
    <>
      {view.mustPhone ? (
        <Card title={TEXTS.informed}>
          <Text className="hs-case__said">{TEXTS.mustPhone}</Text>
        </Card>
      ) : null}
      {informed || callback ? (
        <Card title={TEXTS.callback}>
          <Facts
            facts={[
              informed
                ? {
                    label: TEXTS.informed,
                    value: [INFORM_WAYS[informed.how], informed.byName, at(informed.at)]
                      .filter((part) => part !== '')
                      .join(' · '),
                  }
                : null,
              callback
                ? {
                    label: TEXTS.callback,
                    value: callback.drawn
                      ? [
                          callback.form ? CALLBACK_FORMS[callback.form] : '',
                          callback.dueAt ? dueText(callback.dueAt, now, view.estate) : '',
                          callback.attempts > 0 ? TEXTS.attempts(callback.attempts) : '',
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')
                      : TEXTS.notDrawn,
                  }
                : null,
            ]}
          />
          {callback?.verdict ? (
            <View className="hs-case__verdict">
              <Badge
                text={callback.verdict.solved ? TEXTS.solvedYes : TEXTS.solvedNo}
                tone={callback.verdict.solved ? 'good' : 'major'}
              />
              <Badge
                text={satisfactionWord(callback.verdict.satisfaction)}
                tone={callback.verdict.satisfaction >= view.policy.satisfiedFrom ? 'good' : 'important'}
              />
              {callback.verdict.wantsFollowUp ? <Badge text={TEXTS.wantsFollowUp} tone="hot" /> : null}
              {callback.verdict.opinions === '' ? null : (
                <Text className="hs-case__said">{`“${callback.verdict.opinions}”`}</Text>
              )}
            </View>
          ) : null}
        </Card>
      ) : null}
    </>
  );
}
