/** The forms of an action's commands: the report 《纠正和预防措施跟踪报告》, what was done, and whether it had an effect. */
import { Text } from '@tarojs/components';
import type { ReactElement } from 'react';
import { actionCommandRow } from '../../../domain/action/lifecycle';
import { ACTION_COMMAND_INPUTS, type ActionCommandName } from '../../../types/action-commands';
import type { Instant } from '../../../types/ids';
import type { PhotoView } from '../../../types/views';
import { call } from '../../services/api';
import { Chips } from '../../ui/Chips';
import { Field } from '../../ui/Field';
import { useNow } from '../../ui/use-now';
import { FormFrame } from '../case/forms/form-frame';
import { PhotosField } from '../case/forms/photos-field';
import { TimeField } from '../case/forms/time-field';
import { timeProblem } from '../case/forms/time-problem';
import { typedWords } from '../case/forms/typed-words';
import { WordsField } from '../case/forms/words-field';
import { TEXTS } from './action-texts';
import { type ActionFormProps, useActionForm } from './use-action-form';

interface Report {
  cause: string;
  correction: string;
  prevention: string;
  inChargeId: string;
  plannedAt: Instant | null;
}
const reports = typedWords<Report>('writeAction');

function WriteActionForm(props: ActionFormProps) {
  const { view } = props;
  const form = useActionForm({
    ...props,
    memory: reports,
    initial: { cause: '', correction: '', prevention: '', inChargeId: '', plannedAt: null },
    schema: ACTION_COMMAND_INPUTS.writeAction,
    input: ({ plannedAt, ...typed }) => ({ ...typed, plannedAt: plannedAt ?? '' }),
    send: (input, on) => call('writeAction', { ...input, ...on }),
    check: ({ inChargeId, plannedAt }): Record<string, string> => {
      const { expectedAt } = timeProblem(plannedAt);
      return {
        ...(inChargeId === '' ? { inChargeId: TEXTS.pickInCharge } : {}),
        ...(expectedAt === undefined ? {} : { plannedAt: expectedAt }),
      };
    },
  });
  const { typed, change, errors } = form;
  const { people } = view.choices;
  return (
    <FormFrame form={form} submit={actionCommandRow('writeAction').label}>
      <WordsField
        label={TEXTS.cause}
        placeholder={TEXTS.causePlaceholder}
        value={typed.cause}
        onChange={(cause) => change({ cause })}
        error={errors['cause']}
        maxLength={2000}
      />
      <WordsField
        label={TEXTS.correction}
        placeholder={TEXTS.correctionPlaceholder}
        value={typed.correction}
        onChange={(correction) => change({ correction })}
        error={errors['correction']}
        maxLength={2000}
      />
      <WordsField
        label={TEXTS.prevention}
        placeholder={TEXTS.preventionPlaceholder}
        value={typed.prevention}
        onChange={(prevention) => change({ prevention })}
        error={errors['prevention']}
        maxLength={2000}
      />
      <Field label={TEXTS.inCharge} error={errors['inChargeId']} group>
        {people.length === 0 ? (
          <Text className="hs-form__faint">{TEXTS.noPeople}</Text>
        ) : (
          <Chips
            options={people.map(({ id, name }) => ({ value: id, text: name }))}
            value={people.find(({ id }) => id === typed.inChargeId)?.id ?? null}
            onChange={(inChargeId) => change({ inChargeId: inChargeId ?? '' })}
          />
        )}
      </Field>
      <TimeField
        label={TEXTS.plannedAt}
        value={typed.plannedAt}
        onChange={(plannedAt) => change({ plannedAt })}
        zone={view.estate}
        error={errors['plannedAt']}
      />
    </FormFrame>
  );
}

const done = typedWords<{ report: string; photos: PhotoView[] }>('reportActionDone');

function ReportDoneForm(props: ActionFormProps) {
  const form = useActionForm({
    ...props,
    memory: done,
    initial: { report: '', photos: [] },
    schema: ACTION_COMMAND_INPUTS.reportActionDone,
    input: ({ report, photos }) => ({ report, photos: photos.map((photo) => photo.id) }),
    send: (input, on) => call('reportActionDone', { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={actionCommandRow('reportActionDone').label}>
      <WordsField
        label={TEXTS.done}
        placeholder={TEXTS.donePlaceholder}
        value={typed.report}
        onChange={(report) => change({ report })}
        error={errors['report']}
        maxLength={2000}
        rows={4}
      />
      <PhotosField
        label={TEXTS.donePhotos}
        photos={typed.photos}
        limits={props.view.limits}
        onChange={(photos) => change({ photos })}
        onHold={form.hold}
        error={errors['photos']}
      />
    </FormFrame>
  );
}

const findings = typedWords<{ findings: string }>('verifyAction');

function VerifyForm({ command, ...props }: ActionFormProps & { command: 'confirmEffect' | 'denyEffect' }) {
  const form = useActionForm({
    ...props,
    memory: findings,
    initial: { findings: '' },
    schema: ACTION_COMMAND_INPUTS[command],
    input: (typed) => typed,
    send: (input, on) => call(command, { ...input, ...on }),
  });
  const { typed, change, errors } = form;
  return (
    <FormFrame form={form} submit={actionCommandRow(command).label} danger={command === 'denyEffect'}>
      <WordsField
        label={TEXTS.findings}
        placeholder={TEXTS.findingsPlaceholder}
        value={typed.findings}
        onChange={(words) => change({ findings: words })}
        error={errors['findings']}
        {...(command === 'denyEffect' ? { hint: TEXTS.denyHint } : {})}
        maxLength={2000}
        rows={4}
      />
    </FormFrame>
  );
}

const postponing = typedWords<{ reason: string; plannedAt: Instant | null }>('postponeAction');

/** HD-05: said before it is late, or counted as late. */
function PostponeActionForm(props: ActionFormProps) {
  const { view } = props;
  const now = useNow();
  const form = useActionForm({
    ...props,
    memory: postponing,
    initial: { reason: '', plannedAt: null },
    schema: ACTION_COMMAND_INPUTS.postponeAction,
    input: ({ reason, plannedAt }) => ({ reason, plannedAt: plannedAt ?? '' }),
    send: (input, on) => call('postponeAction', { ...input, ...on }),
    check: ({ plannedAt }): Record<string, string> => {
      const { expectedAt } = timeProblem(plannedAt);
      return expectedAt === undefined ? {} : { plannedAt: expectedAt };
    },
  });
  const { typed, change, errors } = form;
  const late = view.plan !== null && view.plan.plannedAt < now;
  return (
    <FormFrame form={form} submit={actionCommandRow('postponeAction').label}>
      <WordsField
        label={TEXTS.postponeReason}
        placeholder={TEXTS.postponePlaceholder}
        value={typed.reason}
        onChange={(reason) => change({ reason })}
        error={errors['reason']}
        maxLength={500}
      />
      <TimeField
        label={TEXTS.newPlannedAt}
        value={typed.plannedAt}
        onChange={(plannedAt) => change({ plannedAt })}
        zone={view.estate}
        error={errors['plannedAt']}
        hint={late ? TEXTS.postponeLate : undefined}
      />
    </FormFrame>
  );
}

const dropping = typedWords<{ reason: string }>('dropAction');

function DropActionForm(props: ActionFormProps) {
  const form = useActionForm({
    ...props,
    memory: dropping,
    initial: { reason: '' },
    schema: ACTION_COMMAND_INPUTS.dropAction,
    input: (typed) => typed,
    send: (input, on) => call('dropAction', { ...input, ...on }),
  });
  return (
    <FormFrame form={form} submit={actionCommandRow('dropAction').label} danger>
      <WordsField
        label={TEXTS.dropReason}
        placeholder={TEXTS.dropPlaceholder}
        value={form.typed.reason}
        onChange={(reason) => form.change({ reason })}
        error={form.errors['reason']}
        hint={TEXTS.dropHint}
        maxLength={500}
      />
    </FormFrame>
  );
}

export const ACTION_FORMS: Readonly<Record<ActionCommandName, (props: ActionFormProps) => ReactElement>> = {
  writeAction: WriteActionForm,
  reportActionDone: ReportDoneForm,
  postponeAction: PostponeActionForm,
  confirmEffect: (props) => <VerifyForm {...props} command="confirmEffect" />,
  denyEffect: (props) => <VerifyForm {...props} command="denyEffect" />,
  dropAction: DropActionForm,
};
