/** HD-03: a wrong entry stays, struck through; the right words follow as a new one. */
import { timeText } from '../../../../domain/clock/describe';
import { COMMAND_INPUTS } from '../../../../types/commands';
import { call } from '../../../services/api';
import { useNow } from '../../../ui/use-now';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { WordsField } from './words-field';

interface Typed {
  entryId: string | null;
  reason: string;
  text: string;
}
const memory = typedWords<Typed>('strikeEntry');

const SHOWN = 16;
const beginning = (words: string): string => (words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words);

export function StrikeEntryForm(props: CommandFormProps) {
  const { view } = props;
  const now = useNow();
  const entries = view.timeline.filter((entry) => entry.mayStrike);
  const form = useCommandForm({
    ...props,
    memory,
    initial: { entryId: entries.length === 1 ? (entries[0]?.id ?? null) : null, reason: '', text: '' },
    schema: COMMAND_INPUTS.strikeEntry,
    input: ({ entryId, ...typed }) => ({ ...typed, entryId: entryId ?? '' }),
    send: (input, on) => call('strikeEntry', { ...input, ...on }),
    check: ({ entryId }): Record<string, string> => (entryId === null ? { entryId: TEXTS.pickEntry } : {}),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('strikeEntry')}>
      <ChoiceField
        label={TEXTS.entry}
        options={entries.map((entry) => ({
          value: entry.id,
          text: `${timeText(entry.at, now, view.estate)} ${beginning(entry.detail)}`,
        }))}
        value={entries.find(({ id }) => id === typed.entryId)?.id ?? null}
        onChange={(entryId) => change({ entryId })}
        error={errors['entryId']}
        hint={TEXTS.entryHint}
      />
      <WordsField
        label={TEXTS.strikeReason}
        placeholder={TEXTS.strikeReasonPlaceholder}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        rows={2}
      />
      <WordsField
        label={TEXTS.rightWords}
        placeholder={TEXTS.notePlaceholder}
        value={typed.text}
        onChange={(text) => change({ text })}
        error={errors['text']}
        maxLength={2000}
        optional
      />
    </FormFrame>
  );
}
