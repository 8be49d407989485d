/** One action in a list: what it is about, how it stands, what presses. */
import '../list/complaint-row.scss';
import { Text, View } from '@tarojs/components';
import type { ActionCard } from '../../../types/api/action';
import { ACTION_STATES, type ActionState, CATEGORIES } from '../../../types/vocabulary';
import { Badge, type BadgeTone } from '../../ui/Badge';
import { Countdown } from '../../ui/Countdown';
import { Pressable } from '../../ui/Pressable';
import { urgencyOf } from '../../ui/urgency';
import { useNow } from '../../ui/use-now';
import { openAction } from '../addresses';
import { TEXTS } from './action-texts';

const TONES = {
  due: 'important',
  running: 'primary',
  verifying: 'primary',
  effective: 'good',
  dropped: 'plain',
} as const satisfies Record<ActionState, BadgeTone>;

export const ActionStateBadge = ({ state }: { state: ActionState }) => (
  <Badge text={ACTION_STATES[state]} tone={TONES[state]} />
);

/** @param note said first, e.g. that it recurred here */
export function ActionRow({ card, note = '' }: { card: ActionCard; note?: string }) {
  const now = useNow();
  const late = card.due !== null && urgencyOf(card.due.dueAt, now) === 'late';
  const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return (
    <View className={`hs-row ${late ? 'is-late' : ''}`}>
      <Pressable className="hs-row__press" onPress={() => openAction(card.id)}>
        <Text className="hy-hidden">{`${card.number}，`}</Text>
        <View className="hs-row__head">
          <ActionStateBadge state={card.state} />
          {card.round > 1 ? <Badge text={TEXTS.round(card.round)} tone="hot" /> : null}
          {card.recurred > 0 ? <Badge text={TEXTS.recurred(card.recurred)} tone="major" /> : null}
          <View className="hs-row__aside">
            {card.due ? <Countdown dueAt={card.due.dueAt} warnAt={card.due.warnAt} /> : null}
          </View>
        </View>
        {note === '' ? null : <Text className="hs-row__line">{note}</Text>}
        <Text className="hs-row__summary">{card.summary}</Text>
        <Text className="hs-row__line">{line([card.duty?.text ?? '', CATEGORIES[card.category], card.placeText])}</Text>
      </Pressable>
      <View className="hs-row__foot">
        <View className="hs-row__small">
          <Text className="hs-row__number">{card.number}</Text>
          <Text className="hs-row__who">{line([card.departmentName, card.inChargeName])}</Text>
        </View>
      </View>
    </View>
  );
}
