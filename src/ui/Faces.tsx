/** How satisfied, by five faces; each says its word. */
import './Faces.scss';
import { Text, View } from '@tarojs/components';
import { SATISFACTIONS, type Satisfaction } from '../../types/vocabulary';
import { useField } from './Field';
import { Pressable } from './Pressable';

interface FacesProps {
  value: Satisfaction | null;
  onChange: (value: Satisfaction) => void;
  /** Needed outside a Field. */
  label?: string | undefined;
}

const ORDER = [1, 2, 3, 4, 5] as const satisfies readonly Satisfaction[];

export function Faces({ value, onChange, label }: FacesProps) {
  const field = useField();
  return (
    <View className="hy-faces" ariaRole="radiogroup" ariaLabel={label ?? field?.label ?? ''}>
      {ORDER.map((satisfaction) => (
        <Pressable
          key={satisfaction}
          className={`hy-face ${satisfaction === value ? 'is-chosen' : ''} hy-face--${satisfaction}`}
          role="radio"
          checked={satisfaction === value}
          label={SATISFACTIONS[satisfaction]}
          onPress={() => onChange(satisfaction)}
        >
          <View className="hy-face__picture" />
          <Text className="hy-face__word">{SATISFACTIONS[satisfaction]}</Text>
        </Pressable>
      ))}
    </View>
  );
}
