/** How a resident wants to be called and reached; also in the profile. */
import { useState } from 'react';
import type { Me } from '../../types/views';
import { errorText, fieldError } from '../services/api-error';
import { keepMe } from '../services/me';
import { useCommand } from '../services/query';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { Stack } from '../ui/Stack';
import { TextInput } from '../ui/TextInput';
import { toast } from '../ui/toast';
import { WORDS } from './words';

interface ContactFormProps {
  me: Me;
  onSaved: () => void;
}

export function ContactForm({ me, onSaved }: ContactFormProps) {
  const [name, setName] = useState(me.name);
  const [phone, setPhone] = useState(me.phone);
  const save = useCommand('saveContact');
  const submit = () => {
    save
      .run(() => ({ name, phone }))
      .then(
        (saved) => {
          keepMe(saved);
          onSaved();
        },
        (error: unknown) => toast(errorText(error), 'bad'),
      );
  };
  return (
    <Stack gap="large">
      <Field label={WORDS.contact.name} error={fieldError(save.error, 'name')}>
        <TextInput value={name} placeholder={WORDS.contact.namePlaceholder} maxLength={20} onChange={setName} />
      </Field>
      <Field label={WORDS.contact.phone} error={fieldError(save.error, 'phone')}>
        <TextInput
          kind="phone"
          value={phone}
          placeholder={WORDS.contact.phonePlaceholder}
          maxLength={15}
          onChange={setPhone}
          onConfirm={submit}
        />
      </Field>
      <Button
        text={WORDS.contact.submit}
        busyText={WORDS.contact.busy}
        block
        busy={save.busy}
        disabled={name.trim() === '' || phone.trim() === ''}
        onPress={submit}
      />
    </Stack>
  );
}
