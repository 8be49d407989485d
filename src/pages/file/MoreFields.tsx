/** What may be said besides, folded away until somebody wants to. */
import { serverNow } from '../../services/server-clock';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Zone } from '../../../domain/clock/zone';
import type { Kind } from '../../../types/vocabulary';
import { fieldError } from '../../services/api-error';
import { Card } from '../../ui/Card';
import { Chips } from '../../ui/Chips';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { localOf } from '../../ui/local-time';
import { Pressable } from '../../ui/Pressable';
import { Switch } from '../../ui/Switch';
import { TextInput } from '../../ui/TextInput';
import { TimeInput } from '../../ui/TimeInput';
import { type Filing, WISH_DAYS } from './filing';
import { WORDS } from './words';

interface MoreFieldsProps {
  filing: Filing;
  kind: Kind;
  zone: Zone;
  error: unknown;
  onChange: (part: Partial<Filing>) => void;
}

const WISH_CHIPS = WISH_DAYS.map((value) => ({ value, text: WORDS.more.wishDays[value] }));

export function MoreFields({ filing, kind, zone, error, onChange }: MoreFieldsProps) {
  const [open, setOpen] = useState(
    () =>
      [filing.about, filing.wish, filing.occurredAt, filing.onBehalfOf].some((text) => text !== '') ||
      filing.hideIdentity,
  );
  return (
    <Card>
      <Pressable className="hy-more" expanded={open} onPress={() => setOpen(!open)}>
        <View className="hy-more__inside">
          <View>
            <Text className="hy-more__title">{WORDS.more.open}</Text>
            <Text className="hy-more__note">{WORDS.more.note}</Text>
          </View>
          <Icon name={open ? 'up' : 'down'} />
        </View>
      </Pressable>
      {open ? (
        <View className="hy-more__fields">
          <Field label={WORDS.more.wish} error={fieldError(error, 'wish')}>
            <TextInput
              value={filing.wish}
              placeholder={WORDS.more.wishPlaceholder}
              maxLength={500}
              onChange={(wish) => onChange({ wish })}
            />
          </Field>
          <Field label={WORDS.more.wishBy} error={fieldError(error, 'wishBy')} group>
            <Chips
              options={WISH_CHIPS}
              value={filing.wishDays}
              clearable
              onChange={(wishDays) => onChange({ wishDays })}
            />
          </Field>
          <Field label={WORDS.more.occurredAt} error={fieldError(error, 'occurredAt')}>
            <TimeInput
              value={filing.occurredAt}
              to={localOf(serverNow(), zone)}
              onChange={(occurredAt) => onChange({ occurredAt })}
            />
          </Field>
          <Field label={WORDS.more.about} error={fieldError(error, 'about')}>
            <TextInput
              value={filing.about}
              placeholder={WORDS.more.aboutPlaceholder}
              maxLength={60}
              onChange={(about) => onChange({ about })}
            />
          </Field>
          <Field label={WORDS.more.onBehalfOf} error={fieldError(error, 'onBehalfOf')}>
            <TextInput
              value={filing.onBehalfOf}
              placeholder={WORDS.more.onBehalfOfPlaceholder}
              maxLength={20}
              onChange={(onBehalfOf) => onChange({ onBehalfOf })}
            />
          </Field>
          {kind === 'complaint' ? (
            <View className="hy-more__hide">
              <Switch
                title={WORDS.more.hide.title}
                note={WORDS.more.hide.note}
                on={filing.hideIdentity}
                onChange={(hideIdentity) => onChange({ hideIdentity })}
              />
            </View>
          ) : null}
        </View>
      ) : null}
    </Card>
  );
}
