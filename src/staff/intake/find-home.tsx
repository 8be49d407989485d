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

/** The home by room (3-2-501), phone or name; Return takes the first. */
export function FindHome({ estateId, value, onChange }: Props) {
  const [q, setQ] = useState('');
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
    onChange(home);
  };
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
      <TextInput
        value={q}
        onChange={setQ}
        placeholder={TEXTS.findPlaceholder}
        kind="search"
        maxLength={40}
        onConfirm={() => choose(choices[0]?.home)}
      />
      {choices.length > 0 ? (
        <View className="hs-found">
          {choices.map(({ home, line }) => (
            <Pressable
              key={`${home.id}${home.residentId ?? ''}`}
              className="hs-found__row"
              onPress={() => choose(home)}
            >
              <Text className="hs-found__text">{home.text}</Text>
              <Text className="hs-found__line">{line}</Text>
            </Pressable>
          ))}
        </View>
      ) : null}
    </Field>
  );
}
