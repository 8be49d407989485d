/** Binds a staff post by a one-time invitation (PV-05). */
import { useState } from 'react';
import { errorText, fieldError } from '../services/api-error';
import { keepMe } from '../services/me';
import { useCommand } from '../services/query';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Stack } from '../ui/Stack';
import { TextInput } from '../ui/TextInput';
import { WORDS } from './words';

export function StaffCode({ onJoined }: { onJoined: () => void }) {
  const [code, setCode] = useState('');
  const join = useCommand('joinStaff');
  const submit = () => {
    join
      .run(() => ({ code }))
      .then(
        (me) => {
          keepMe(me);
          onJoined();
        },
        () => undefined,
      );
  };
  const problem = join.error ? (fieldError(join.error, 'code') ?? errorText(join.error)) : undefined;
  return (
    <Stack>
      <Field label={WORDS.staff.code} error={problem}>
        <TextInput kind="code" value={code} maxLength={24} onChange={setCode} onConfirm={submit} />
      </Field>
      <Button
        text={WORDS.staff.submit}
        busyText={WORDS.staff.busy}
        block
        busy={join.busy}
        disabled={code.trim() === ''}
        onPress={submit}
      />
    </Stack>
  );
}
