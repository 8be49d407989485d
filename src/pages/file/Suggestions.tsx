/** What the words sound like so far, as chips to tap or to ignore. Asked when the typing rests; never in the way. */
import './suggestions.scss';
import { Text, View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CATEGORIES, KINDS, type Kind } from '../../../types/vocabulary';
import { call } from '../../services/api';
import { Icon } from '../../ui/Icon';
import { Pressable } from '../../ui/Pressable';
import { areaPlace } from './filing';
import { useRested } from './use-rested';
import { WORDS } from './words';

interface SuggestionsProps {
  text: string;
  kind: Kind;
  onKind: (kind: Kind) => void;
  /** Public places of the estate, by their names. */
  places: readonly string[];
  place: string;
  onPlace: (place: string) => void;
}

const REST_MS = 600;
const ENOUGH_CHARACTERS = 6;
const LIKELY = 0.6;

export function Suggestions({ text, kind, onKind, places, place, onPlace }: SuggestionsProps) {
  const rested = useRested(text.trim(), REST_MS);
  const proposal = useQuery({
    queryKey: ['suggestClassification', rested],
    queryFn: () => call('suggestClassification', { text: rested }),
    enabled: rested.length >= ENOUGH_CHARACTERS,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // One question per pause: what fails shows nothing, and coming back to the page asks nothing anew.
    retry: false,
    refetchOnWindowFocus: false,
  }).data;
  if (proposal === undefined || rested.length < ENOUGH_CHARACTERS) return null;
  const otherKind = proposal.kind.value !== kind && proposal.kind.confidence >= LIKELY ? proposal.kind.value : null;
  const category = proposal.category.confidence >= LIKELY ? proposal.category.value : null;
  const area = proposal.place.area;
  const named = area === null ? undefined : places.find((name) => name.includes(area) || area.includes(name));
  const otherPlace = named !== undefined && areaPlace(named) !== place ? named : null;
  if (otherKind === null && category === null && otherPlace === null) return null;
  return (
    <View className="hy-suggestions" ariaRole="status">
      {category ? (
        <Text className="hy-suggestions__category">{WORDS.suggested.category(CATEGORIES[category])}</Text>
      ) : null}
      {otherKind ? (
        <Suggestion text={WORDS.suggested.kind(KINDS[otherKind])} onPress={() => onKind(otherKind)} />
      ) : null}
      {otherPlace ? (
        <Suggestion text={WORDS.suggested.place(otherPlace)} onPress={() => onPlace(areaPlace(otherPlace))} />
      ) : null}
    </View>
  );
}

function Suggestion({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Pressable className="hy-suggestion" label={text} onPress={onPress}>
      <View className="hy-suggestion__inside">
        <Icon name="plus" size="small" />
        <Text>{text}</Text>
      </View>
    </Pressable>
  );
}
