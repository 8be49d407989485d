/** A number with what it is a number of; pressed it opens its list. */
import { Text, View } from '@tarojs/components';
import { Pressable } from '../../ui/Pressable';
import { TEXTS } from './dashboard-texts';

interface Props {
  name: string;
  /** What stands there large: a number or a percentage. */
  value: string;
  /** Under it, e.g. of how many. */
  note?: string | undefined;
  tone?: 'plain' | 'late' | 'warn' | undefined;
  onPress: () => void;
}

export function FigureButton({ name, value, note, tone = 'plain', onPress }: Props) {
  return (
    <Pressable
      className={`hs-figure hs-figure--${tone}`}
      label={`${name} ${value}${note === undefined ? '' : ` ${note}`}，${TEXTS.opens}`}
      onPress={onPress}
    >
      <View className="hs-figure__inside">
        <Text className="hs-figure__name">{name}</Text>
        <Text className="hs-figure__value">{value}</Text>
        {note === undefined ? null : <Text className="hs-figure__note">{note}</Text>}
      </View>
    </Pressable>
  );
}
