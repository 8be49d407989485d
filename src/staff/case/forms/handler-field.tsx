import { Text } from '@tarojs/components';
import type { NamedPerson } from '../../../../types/views';
import { Chips } from '../../../ui/Chips';
import { Field } from '../../../ui/Field';
import { TEXTS } from './form-texts';

interface Props {
  handlers: readonly NamedPerson[];
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
  optional?: boolean;
}

export function HandlerField({ handlers, value, onChange, error, optional = false }: Props) {
  return (
    <Field label={TEXTS.handler} error={error} optional={optional} group>
      {handlers.length === 0 ? (
        <Text className="hs-form__faint">{TEXTS.noHandlers}</Text>
      ) : (
        <Chips
          options={handlers.map(({ id, name }) => ({ value: id, text: name }))}
          value={handlers.find(({ id }) => id === value)?.id ?? null}
          onChange={onChange}
          clearable={optional}
        />
      )}
    </Field>
  );
}
