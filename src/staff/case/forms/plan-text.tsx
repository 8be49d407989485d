import { Text, View } from '@tarojs/components';
import { dueText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from './form-texts';

/** The plan that is to be signed, in front of the one who signs. */
export function PlanText({ view }: { view: ComplaintView }) {
  const now = useNow();
  if (view.plan === null) return null;
  return (
    <View className="hs-form__quote">
      <Text className="hs-form__quote-title">{`${TEXTS.planText} · ${view.plan.byName}`}</Text>
      <Text className="hs-form__quote-text">{view.plan.measures}</Text>
      <Text className="hs-form__quote-title">{`${TEXTS.expectedAt}：${dueText(view.plan.expectedAt, now, view.estate)}`}</Text>
    </View>
  );
}
