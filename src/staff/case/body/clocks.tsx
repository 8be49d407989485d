import { Text, View } from '@tarojs/components';
import { dueText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { CLOCKS } from '../../../../types/vocabulary';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { Countdown } from '../../../ui/Countdown';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';

interface Props {
  view: ComplaintView;
}

/** Every time promised, and whether it was kept. */
export function Clocks({ view }: Props) {
  const now = useNow();
  if (view.clocks.length === 0) return null;
  return (
    <Card title={TEXTS.clocks}>
      {view.clocks.map((clock) => (
        <View key={`${clock.kind}${clock.about}${clock.round}${clock.startedAt}`} className="hs-clock">
          <Text className="hs-clock__kind">
            {`${clock.about}${CLOCKS[clock.kind]}${view.round > 1 ? `（${clock.round}）` : ''}`}
          </Text>
          <Text className="hs-clock__due">{dueText(clock.dueAt, now, view.estate)}</Text>
          {clock.paused ? (
            <Badge text={TEXTS.clockPaused} />
          ) : clock.stoppedAt === null ? (
            <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} size="small" />
          ) : (
            <Badge text={clock.late ? TEXTS.clockLate : TEXTS.clockDone} tone={clock.late ? 'major' : 'good'} />
          )}
        </View>
      ))}
    </Card>
  );
}
