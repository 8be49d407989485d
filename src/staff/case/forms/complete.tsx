import { COMMAND_INPUTS } from '../../../../types/commands';
import type { PhotoView } from '../../../../types/views';
import { OUTCOMES, Outcome } from '../../../../types/vocabulary';
import { call } from '../../../services/api';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './form-texts';
import { PhotosField } from './photos-field';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';
import { optionsOf } from './vocabulary-options';
import { WordsField } from './words-field';

interface Typed {
  outcome: Outcome | null;
  result: string;
  explanation: string;
  photos: PhotoView[];
}
const memory = typedWords<Typed>('complete');

/** RG-04, IF-04: an ending that doesn't solve it is explained. */
const needsExplanation = (outcome: Outcome | null) =>
  outcome === 'explained' || outcome === 'unfounded' || outcome === 'declined';

const check = ({ outcome, explanation }: Typed): Record<string, string> => ({
  ...(outcome === null ? { outcome: TEXTS.pickOutcome } : {}),
  ...(needsExplanation(outcome) && explanation.trim() === '' ? { explanation: TEXTS.explanationNeeded } : {}),
});

export function CompleteForm(props: CommandFormProps) {
  const form = useCommandForm({
    ...props,
    memory,
    initial: { outcome: null, result: '', explanation: '', photos: [] },
    schema: COMMAND_INPUTS.complete,
    input: ({ outcome, result, explanation, photos }) => ({
      outcome: outcome ?? 'fixed',
      result,
      explanation: needsExplanation(outcome) ? explanation : '',
      photos: photos.map((photo) => photo.id),
    }),
    send: (input, on) => call('complete', { ...input, ...on }),
    check,
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={commandLabel('complete')}>
      <ChoiceField
        label={TEXTS.outcome}
        options={optionsOf(OUTCOMES, Outcome.options)}
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
          hint={TEXTS.residentHint}
          maxLength={1000}
        />
      ) : null}
      <WordsField
        label={TEXTS.result}
        placeholder={TEXTS.resultPlaceholder}
        value={typed.result}
        onChange={(result) => change({ result })}
        error={errors['result']}
        hint={TEXTS.residentHint}
        maxLength={2000}
        rows={4}
      />
      <PhotosField
        label={TEXTS.afterPhotos}
        photos={typed.photos}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}
