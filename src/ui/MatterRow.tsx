/** One of the resident's own matters in a list: what, how it stands, who acts and by when. */
import './MatterRow.scss';
import { Text, View } from '@tarojs/components';
import { timeText } from '../../domain/clock/describe';
import type { Zone } from '../../domain/clock/zone';
import type { ComplaintCard } from '../../types/views';
import { Countdown } from './Countdown';
import { Icon } from './Icon';
import { KindIcon } from './KindIcon';
import { Pressable } from './Pressable';
import { StateBadge } from './StateBadge';
import { useNow } from './use-now';

interface MatterRowProps {
  card: ComplaintCard;
  zone: Zone;
  onPress: () => void;
}

const FILED = (when: string): string => `${when} 提交`;

export function MatterRow({ card, zone, onPress }: MatterRowProps) {
  const now = useNow();
  return (
    <Pressable className="hy-matter" onPress={onPress}>
      <View className="hy-matter__inside">
        <KindIcon kind={card.kind} />
        <View className="hy-matter__words">
          <View className="hy-matter__head">
            <Text className="hy-matter__summary">{card.summary}</Text>
            <StateBadge state={card.state} toResident />
          </View>
          <Text className="hy-matter__progress">{card.progressText}</Text>
          <View className="hy-matter__foot">
            {card.due && card.closedAt === null ? (
              <Countdown dueAt={card.due.dueAt} warnAt={card.due.warnAt} size="small" />
            ) : null}
            <Text className="hy-matter__filed">{FILED(timeText(card.filedAt, now, zone))}</Text>
          </View>
        </View>
        <Icon name="forward" size="small" className="hy-matter__forward" />
      </View>
    </Pressable>
  );
}
