import { Text, View } from '@tarojs/components';
import type { ComplaintView } from '../../../../types/views';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { TEXTS } from '../case-texts';
import { ProposalBox } from '../proposal-box';

interface Props {
  view: ComplaintView;
}

/** While it is not dispatched: what the classifier thinks. Always: why it has its severity. */
export function Reasons({ view }: Props) {
  const undecided = view.state === 'received' || view.state === 'registered';
  return (
    <>
      {undecided && view.proposal ? (
        <Card title={TEXTS.proposal}>
          <ProposalBox proposal={view.proposal} zone={view.estate} />
        </Card>
      ) : null}
      {view.reasons.length > 0 ? (
        <Card title={TEXTS.reasons}>
          {view.reasons.map((reason) => (
            <View key={`${reason.code}${reason.evidence}`} className={`hs-reason ${reason.struck ? 'is-struck' : ''}`}>
              <View className="hs-reason__head">
                <Text className="hs-reason__text">{reason.text}</Text>
                {reason.struck ? <Badge text={TEXTS.struck} /> : null}
              </View>
              <Text className="hs-case__soft">
                {[reason.evidence, reason.byName].filter((part) => part !== '').join(' · ')}
              </Text>
            </View>
          ))}
        </Card>
      ) : null}
    </>
  );
}
