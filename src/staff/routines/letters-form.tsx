import { Text, View } from '@tarojs/components';
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

/** IN-04: letters were found that no complaint was made of yet, or the other way round: record them, or say why not. */
export function LettersForm({ box }: { box: RoutineView }) {
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState('');
  const explain = useCommand('explainLetters');
  const send = () => {
    setWrong(note.trim().length < 2 ? TEXTS.explainWrong : '');
    if (note.trim().length < 2) return;
    explain
      .run((commandId) => ({ commandId, routineId: box.id, version: box.version, note }))
      .then(
        () => toast(TEXTS.explainSaved, 'good'),
        (error: unknown) => toast(errorText(error), 'bad'),
      );
  };
  return (
    <Card title={`${box.estateName} ${box.day}`} aside={<Text>{TEXTS.missing(box.missing)}</Text>}>
      <Stack>
        {box.lettersDueAt === null ? null : <Countdown dueAt={box.lettersDueAt} size="small" />}
        <Field
          label={TEXTS.explain}
          hint={TEXTS.explainHint}
          error={wrong === '' ? fieldError(explain.error, 'note') : wrong}
        >
          <TextInput value={note} maxLength={200} onChange={setNote} />
        </Field>
        <View className="hs-policy__buttons">
          <Button
            text={TEXTS.explain}
            tone="secondary"
            busy={explain.busy}
            label={TEXTS.explainLabel(box.day)}
            onPress={send}
          />
          <Button
            text={TEXTS.enter}
            label={TEXTS.enterLabel(box.day)}
            onPress={() => openIntake({ channel: 'suggestionBox', estateId: box.estateId, boxId: box.id })}
          />
        </View>
      </Stack>
    </Card>
  );
}
