import { View } from '@tarojs/components';
import type { HomeView } from '../../../types/views';
import { Chips } from '../../ui/Chips';
import { Field } from '../../ui/Field';
import { TextInput } from '../../ui/TextInput';
import { areaPlace, homePlace, OTHER_PLACE } from './filing';
import { WORDS } from './words';

interface PlaceFieldProps {
  homes: readonly HomeView[];
  /** Public places of the estate. */
  places: readonly string[];
  place: string;
  words: string;
  error: string | undefined;
  onPlace: (place: string) => void;
  onWords: (words: string) => void;
}

export function PlaceField({ homes, places, place, words, error, onPlace, onWords }: PlaceFieldProps) {
  const options = [
    ...homes.map((home) => ({ value: homePlace(home), text: home.text, icon: 'home' as const })),
    ...places.map((name) => ({ value: areaPlace(name), text: name })),
    { value: OTHER_PLACE, text: WORDS.place.other },
  ];
  return (
    <View>
      <Field label={WORDS.place.label} error={place === OTHER_PLACE ? undefined : error} group>
        <Chips options={options} value={place} onChange={(chosen) => chosen && onPlace(chosen)} />
      </Field>
      {place === OTHER_PLACE ? (
        <Field label={WORDS.place.words} error={error}>
          <TextInput value={words} placeholder={WORDS.place.placeholder} maxLength={60} onChange={onWords} />
        </Field>
      ) : null}
    </View>
  );
}
