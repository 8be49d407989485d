import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RoutineView } from '../../../types/api/routine';
import { errorText, fieldError } from '../../services/api-error';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Countdown } from '../../ui/Countdown';
import { Field } from '../../ui/Field';
import { Stack } from '../../ui/Stack';
import { TextInput } from '../../ui/TextInput';
import { toast } from '../../ui/toast';
import { openIntake } from '../addresses';
import { TEXTS } from './routines-texts';

/** One box still to be opened: empty with one tap, or so many letters. */
export function BoxForm({ box }: { box: RoutineView }) {
  const [letters, setLetters] = useState('');
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState('');
  const open = useCommand('openBox');

  const send = (count: number) =>
    open
      .run((commandId) => ({ commandId, routineId: box.id, version: box.version, letters: count, note }))
      .then(
        () => {
          toast(count === 0 ? TEXTS.saved : TEXTS.savedLetters(count), 'good');
          if (count > 0) openIntake({ channel: 'suggestionBox', estateId: box.estateId, boxId: box.id });
        },
        (error: unknown) => toast(errorText(error), 'bad'),
      );
  const record = () => {
    const typed = letters.trim();
    setWrong(/^\d{1,3}$/.test(typed) ? '' : TEXTS.lettersWrong);
    if (/^\d{1,3}$/.test(typed)) void send(Number(typed));
  };

  return (
    <Card title={`${box.estateName} ${box.day}`} aside={<Countdown dueAt={box.dueAt} size="small" />}>
      <Stack>
        <Field
          label={TEXTS.letters}
          hint={TEXTS.lettersHint}
          error={wrong === '' ? fieldError(open.error, 'letters') : wrong}
        >
          <TextInput value={letters} kind="number" maxLength={3} onChange={setLetters} />
        </Field>
        <Field label={TEXTS.remark} optional error={fieldError(open.error, 'note')}>
          <TextInput value={note} maxLength={200} onChange={setNote} />
        </Field>
        <View className="hs-policy__buttons">
          <Button
            text={TEXTS.empty}
            tone="secondary"
            busy={open.busy}
            label={TEXTS.emptyLabel(box.day)}
            onPress={() => void send(0)}
          />
          <Button text={TEXTS.record} busy={open.busy} label={TEXTS.recordLabel(box.day)} onPress={record} />
        </View>
      </Stack>
    </Card>
  );
}
