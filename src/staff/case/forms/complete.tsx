import { Text } from '@tarojs/components';
import { timeText } from '../../../../domain/clock/describe';
import { COMMAND_INPUTS } from '../../../../types/commands';
import type { Instant } from '../../../../types/ids';
import type { PhotoView } from '../../../../types/views';
import { HandledOutcome, OUTCOMES } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { Field } from '../../../ui/Field';
import { useNow } from '../../../ui/use-now';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { DateTimeInput } from './date-time-input';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { SignatureField } from './signature-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { optionsOf } from './vocabulary-options';
import { WordsField } from './words-field';

interface Typed {
  outcome: HandledOutcome | null;
  result: string;
  explanation: string;
  photos: PhotoView[];
  noPhotoReason: string;
  day: 'today' | 'earlier';
  doneAt: Instant | null;
  signature: PhotoView | null;
}
const memory = typedWords<Typed>('complete');

/** RG-04, IF-04: an ending that doesn't solve it is explained. */
const needsExplanation = (outcome: HandledOutcome | null) =>
  outcome === 'explained' || outcome === 'unfounded' || outcome === 'declined';

/** HD-08: a solution is shown. */
const needsPhoto = (outcome: HandledOutcome | null) => outcome === 'fixed' || outcome === 'partlyFixed';

const DAYS = [
  { value: 'today', text: TEXTS.doneToday },
  { value: 'earlier', text: TEXTS.doneEarlier },
] as const;

const check = (
  { outcome, explanation, photos, noPhotoReason, day, doneAt }: Typed,
  reported: boolean,
): Record<string, string> => ({
  ...(outcome === null ? { outcome: TEXTS.pickOutcome } : {}),
  ...(needsExplanation(outcome) && explanation.trim() === '' ? { explanation: TEXTS.explanationNeeded } : {}),
  ...(needsPhoto(outcome) && photos.length === 0 && noPhotoReason.trim() === '' ? { photos: TEXTS.photoNeeded } : {}),
  ...(day === 'earlier' && doneAt === null && !reported ? { doneAt: TEXTS.pickDoneAt } : {}),
});

export function CompleteForm(props: CommandFormProps) {
  const { view } = props;
  const now = useNow();
  const reported = view.clocks.find((clock) => clock.kind === 'completion' && clock.stoppedAt === null);
  const form = useCommandForm({
    ...props,
    memory,
    initial: {
      outcome: null,
      result: '',
      explanation: '',
      photos: [],
      noPhotoReason: '',
      day: 'today',
      doneAt: null,
      signature: null,
    },
    schema: COMMAND_INPUTS.complete,
    input: ({ outcome, result, explanation, photos, noPhotoReason, day, doneAt, signature }) => ({
      outcome: outcome ?? 'fixed',
      result,
      explanation: needsExplanation(outcome) ? explanation : '',
      photos: photos.map((photo) => photo.id),
      ...(needsPhoto(outcome) && photos.length === 0 ? { noPhotoReason } : {}),
      ...(day === 'earlier' && doneAt !== null && !reported ? { doneAt } : {}),
      ...(signature === null ? {} : { signature: signature.id }),
    }),
    send: (input, on) => call('complete', { ...input, ...on }),
    check: (typed) => check(typed, reported !== undefined),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('complete')}>
      <ChoiceField
        label={TEXTS.outcome}
        options={optionsOf(OUTCOMES, HandledOutcome.options)}
        value={typed.outcome}
        onChange={(outcome) => change({ outcome })}
        error={errors['outcome']}
      />
      {needsExplanation(typed.outcome) ? (
        <WordsField
          label={TEXTS.explanation}
          placeholder={TEXTS.explanationPlaceholder}
          value={typed.explanation}
          onChange={(explanation) => change({ explanation })}
          error={errors['explanation']}
          audience="resident"
          maxLength={1000}
        />
      ) : null}
      <WordsField
        label={TEXTS.result}
        placeholder={TEXTS.resultPlaceholder}
        value={typed.result}
        onChange={(result) => change({ result })}
        error={errors['result']}
        audience="resident"
        maxLength={2000}
        rows={4}
      />
      <PhotosField
        label={TEXTS.afterPhotos}
        photos={typed.photos}
        limits={view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
      {needsPhoto(typed.outcome) && typed.photos.length === 0 ? (
        <WordsField
          label={TEXTS.noPhotoReason}
          placeholder={TEXTS.noPhotoReasonPlaceholder}
          value={typed.noPhotoReason}
          onChange={(noPhotoReason) => change({ noPhotoReason })}
          error={errors['noPhotoReason']}
          maxLength={200}
          rows={2}
          optional
        />
      ) : null}
      {reported ? (
        <Text className="hs-form__faint">{TEXTS.doneReported(timeText(reported.startedAt, now, view.estate))}</Text>
      ) : (
        <ChoiceField
          label={TEXTS.doneDay}
          options={DAYS}
          value={typed.day}
          onChange={(day) => change({ day: day ?? 'today' })}
          error={typed.day === 'today' ? errors['doneAt'] : undefined}
        />
      )}
      {typed.day === 'earlier' && !reported ? (
        <Field label={TEXTS.doneAt} error={errors['doneAt']} hint={TEXTS.doneAtHint} group>
          <DateTimeInput
            label={TEXTS.doneAt}
            value={typed.doneAt}
            onChange={(doneAt) => change({ doneAt })}
            zone={view.estate}
            fromMs={Date.parse(view.filedAt)}
          />
        </Field>
      ) : null}
      {view.kind === 'repair' ? (
        <SignatureField value={typed.signature} onChange={(signature) => change({ signature })} onHold={form.hold} />
      ) : null}
    </FormFrame>
  );
}
