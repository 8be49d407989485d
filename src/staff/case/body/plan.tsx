import { Text, View } from '@tarojs/components';
import { dueText, timeText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { Facts } from '../facts';
import { By } from './by';

interface Props {
  view: ComplaintView;
}

/** What is going to be done by when, whether the manager has signed it, and what became of the time. */
export function Plan({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  const { plan } = view;
  if (!plan) return null;
  return (
    <Card
      title={TEXTS.plan}
      aside={
        plan.signedByName === '' ? (
          plan.needsSignature ? (
            <Badge text={TEXTS.waitsForSignature} tone="important" />
          ) : null
        ) : (
          <Badge text={TEXTS.signedBy(plan.signedByName)} tone="good" />
        )
      }
    >
      <Text className="hs-case__said" userSelect>
        {plan.measures}
      </Text>
      <View className="hs-case__facts">
        <Facts facts={[{ label: TEXTS.expected, value: dueText(plan.expectedAt, now, view.estate) }]} />
      </View>
      {plan.postponements.map((postponement) => (
        <Text
          key={postponement.at}
          className="hs-case__postponed"
        >{`${TEXTS.postponed(at(postponement.from), at(postponement.to))}。${postponement.reason}`}</Text>
      ))}
      <By line={[plan.byName]} />
    </Card>
  );
}
