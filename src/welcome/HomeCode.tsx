/** Binds a home by the service desk's invitation code; also in the profile, for another home. */
import { useState } from 'react';
import type { HomeView } from '../../types/views';
import { errorText, fieldError } from '../services/api-error';
import { useCommand } from '../services/query';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Stack } from '../ui/Stack';
import { TextInput } from '../ui/TextInput';
import { WORDS } from './words';

export function HomeCode({ onBound }: { onBound: (home: HomeView) => void }) {
  const [code, setCode] = useState('');
  const bind = useCommand('bindHome');
  const submit = () => {
    bind
      .run(() => ({ code }))
      .then(
        ({ home }) => onBound(home),
        () => undefined,
      );
  };
  const problem = bind.error ? (fieldError(bind.error, 'code') ?? errorText(bind.error)) : undefined;
  return (
    <Stack>
      <Field label={WORDS.home.code} hint={WORDS.home.hint} error={problem}>
        <TextInput
          kind="code"
          value={code}
          placeholder={WORDS.home.placeholder}
          maxLength={24}
          onChange={setCode}
          onConfirm={submit}
        />
      </Field>
      <Button
        text={WORDS.home.submit}
        busyText={WORDS.home.busy}
        block
        busy={bind.busy}
        disabled={code.trim() === ''}
        onPress={submit}
      />
    </Stack>
  );
}
