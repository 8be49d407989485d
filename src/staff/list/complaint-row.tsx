/** One complaint in a list of staff: what it is, where, how it stands, and what presses. */
import './complaint-row.scss';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { ComplaintCard } from '../../../types/views';
import { CATEGORIES, KINDS } from '../../../types/vocabulary';
import { Badge } from '../../ui/Badge';
import { Countdown } from '../../ui/Countdown';
import { Pressable } from '../../ui/Pressable';
import { SeverityBadge } from '../../ui/SeverityBadge';
import { StateBadge } from '../../ui/StateBadge';
import { urgencyOf } from '../../ui/urgency';
import { useNow } from '../../ui/use-now';

const URGENT = '紧急';

interface Props {
  card: ComplaintCard;
  onPress: () => void;
  /** The one shown beside the list. */
  chosen?: boolean | undefined;
  /** The main button. */
  action?: ReactNode;
  /** Instead of the countdown, e.g. the day it was filed. */
  aside?: ReactNode;
}

export function ComplaintRow({ card, onPress, chosen = false, action, aside }: Props) {
  const now = useNow();
  const late = card.due !== null && urgencyOf(card.due.dueAt, now) === 'late';
  // “8栋1单元302 厨房” says the home already.
  const where = [card.placeText, card.placeText.startsWith(card.homeText) ? '' : card.homeText]
    .filter((part) => part !== '')
    .join(' · ');
  const who = [card.departmentName, card.handlerName].filter((part) => part !== '').join(' · ');
  return (
    <View className={`hs-row ${late ? 'is-late' : ''} ${chosen ? 'is-chosen' : ''}`}>
      <Pressable className="hs-row__press" onPress={onPress}>
        {/* Read aloud first, so that a row is told by its number; for the eye it stands below. */}
        <Text className="hy-hidden">{`${card.number}，`}</Text>
        <View className="hs-row__head">
          {card.severity ? <SeverityBadge severity={card.severity} /> : <Badge text={KINDS[card.kind]} />}
          {card.urgent ? <Badge text={URGENT} tone="major" /> : null}
          <StateBadge state={card.state} />
          <View className="hs-row__aside">
            {aside ?? (card.due ? <Countdown dueAt={card.due.dueAt} warnAt={card.due.warnAt} /> : null)}
          </View>
        </View>
        <Text className="hs-row__summary">{card.summary}</Text>
        <Text className="hs-row__line">
          {[CATEGORIES[card.category], where].filter((part) => part !== '').join(' · ')}
        </Text>
      </Pressable>
      <View className="hs-row__foot">
        <View className="hs-row__small">
          <Text className="hs-row__number">{card.number}</Text>
          {who === '' ? null : <Text className="hs-row__who">{who}</Text>}
        </View>
        {action}
      </View>
    </View>
  );
}
