import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { EstateId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { errorText } from '../../services/api-error';
import { focusOn, IS_H5 } from '../../services/browser';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Pressable } from '../../ui/Pressable';
import { TextInput } from '../../ui/TextInput';
import { ChoiceKeys } from './choice-keys';
import type { IntakeDraft } from './intake-draft';
import { TEXTS } from './intake-texts';
import { useWideScreen } from '../layout/wide-screen';
import { useSettled } from './use-settled';

type Found = OutputOf<'findHomes'>['items'][number];
type Home = NonNullable<IntakeDraft['home']>;

const SETTLE_MS = 250;

interface Props {
  estateId: EstateId;
  value: Home | null;
  onChange: (home: Home | null) => void;
}

/** One row per resident of a home found, and one for a home without any. */
const choicesOf = ({ home, residents, open }: Found): { home: Home; line: string }[] =>
  residents.length === 0
    ? [
        {
          home: { id: home.id, text: home.text, residentId: null, residentName: '' },
          line: TEXTS.found(TEXTS.noResident, open),
        },
      ]
    : residents.map((resident) => ({
        home: { id: home.id, text: home.text, residentId: resident.id, residentName: resident.name },
        line: TEXTS.found(`${resident.name} ${resident.phone}`, open),
      }));

/** Ids in the document: there is one such field on the page. */
const LIST = 'hs-found';
const optionId = (place: number): string => `${LIST}-${place}`;
/** So many can be taken by Alt and their digit. */
const KEYED = 9;

/** The home by room (3-2-501), phone or its last four digits, name or its pinyin (wxm); Return takes the one in turn, at first the first. */
export function FindHome({ estateId, value, onChange }: Props) {
  const [q, setQ] = useState('');
  const [turn, setTurn] = useState(0);
  const wide = useWideScreen();
  const asks = value === null;
  useEffect(() => {
    // At a desk the caller is asked this first; on a phone the keyboard would cover the page.
    if (IS_H5 && wide && asks) focusOn('.hs-intake input[type="search"]');
  }, [wide, asks]);
  const wanted = useSettled(q.trim(), SETTLE_MS);
  const asked = useProcedure('findHomes', { estateId, q: wanted }, { enabled: wanted !== '' && value === null });
  const choices = wanted === '' ? [] : (asked.data?.items ?? []).flatMap(choicesOf);
  const choose = (home: Home | undefined) => {
    if (home === undefined) return;
    setQ('');
    setTurn(0);
    onChange(home);
    // Who it is is known: on to what they say, or to their name.
    if (IS_H5 && wide) focusOn(home.residentId === null ? '.hs-intake__pair input' : '.hs-intake textarea');
  };
  const active = Math.min(turn, choices.length - 1);
  if (value !== null)
    return (
      <Field label={TEXTS.find} group>
        <View className="hs-home">
          <Icon name="home" />
          <Text className="hs-home__text">
            {[value.text, value.residentName].filter((part) => part !== '').join(' · ')}
          </Text>
          <Button text={TEXTS.changeHome} tone="quiet" size="small" onPress={() => onChange(null)} />
        </View>
      </Field>
    );
  return (
    <Field
      label={TEXTS.find}
      error={asked.error ? errorText(asked.error) : undefined}
      hint={wanted !== '' && asked.data?.items.length === 0 ? TEXTS.findNone : undefined}
    >
      <ChoiceKeys
        onMove={(by) => setTurn(Math.max(0, Math.min(active + by, choices.length - 1)))}
        onTake={(place) => choose(choices[place]?.home)}
      >
        <TextInput
          value={q}
          onChange={(typed) => {
            setQ(typed);
            setTurn(0);
          }}
          placeholder={TEXTS.findPlaceholder}
          kind="search"
          maxLength={40}
          onConfirm={() => choose(choices[active]?.home)}
          choices={{ listId: LIST, activeId: choices.length > 0 ? optionId(active) : undefined }}
        />
        {choices.length > 0 ? (
          <View id={LIST} className="hs-found" ariaRole="listbox" ariaLabel={TEXTS.find}>
            {choices.map(({ home, line }, place) => (
              <Pressable
                key={`${home.id}${home.residentId ?? ''}`}
                id={optionId(place)}
                role="option"
                checked={place === active}
                className={`hs-found__row ${wide && place === active ? 'is-active' : ''}`}
                onPress={() => choose(home)}
              >
                <Text className="hs-found__text">{home.text}</Text>
                <Text className="hs-found__line">{line}</Text>
                {wide && place < KEYED ? <Text className="hs-found__key">{TEXTS.takeKey(place + 1)}</Text> : null}
              </Pressable>
            ))}
          </View>
        ) : null}
      </ChoiceKeys>
    </Field>
  );
}
