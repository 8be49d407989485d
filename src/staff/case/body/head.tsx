import { Text, View } from '@tarojs/components';
import { dueText } from '../../../../domain/clock/describe';
import type { ClockView, ComplaintView } from '../../../../types/views';
import { CLOCKS } from '../../../../types/vocabulary';
import { copyText } from '../../../services/copy-text';
import { Badge } from '../../../ui/Badge';
import { Countdown } from '../../../ui/Countdown';
import { Pressable } from '../../../ui/Pressable';
import { SeverityBadge } from '../../../ui/SeverityBadge';
import { StateBadge } from '../../../ui/StateBadge';
import { toast } from '../../../ui/toast';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';

const runningClock = (clocks: readonly ClockView[]) =>
  clocks.filter((clock) => clock.stoppedAt === null).sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];

const copyNumber = async (number: string) => {
  if (await copyText(number)) toast(TEXTS.copied, 'good');
  else toast(TEXTS.notCopied);
};

interface Props {
  view: ComplaintView;
}

/** How it stands, what comes next and until when. */
export function Head({ view }: Props) {
  const now = useNow();
  const clock = runningClock(view.clocks);
  return (
    <View className="hs-case__head">
      <View className="hs-case__badges">
        {view.severity ? <SeverityBadge severity={view.severity} /> : null}
        <StateBadge state={view.state} />
        {view.round > 1 ? <Badge text={TEXTS.round(view.round)} tone="hot" /> : null}
        <Pressable
          className="hs-case__number"
          label={`${view.number}，${TEXTS.copyNumber}`}
          onPress={() => void copyNumber(view.number)}
        >
          <Text userSelect>{view.number}</Text>
        </Pressable>
      </View>
      <View className="hs-case__next">
        <View className="hs-case__next-words">
          <Text className="hs-case__next-text">{view.next ? view.next.text : TEXTS.overNow}</Text>
          <Text className="hs-case__soft">
            {[view.next?.who, clock ? `${CLOCKS[clock.kind]} ${dueText(clock.dueAt, now, view.estate)}` : '']
              .filter((part) => part)
              .join(' · ')}
          </Text>
        </View>
        {clock ? <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} /> : null}
      </View>
    </View>
  );
}
