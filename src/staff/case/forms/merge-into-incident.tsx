import { COMMAND_INPUTS } from '../../../../types/commands';
import { IncidentId } from '../../../../types/ids';
import { call } from '../../../services/api';
import { errorText } from '../../../services/api-error';
import { useProcedure } from '../../../services/query';
import { Empty } from '../../../ui/Empty';
import { ErrorBlock } from '../../../ui/ErrorBlock';
import { Skeleton } from '../../../ui/Skeleton';
import { commandLabel } from '../command-label';
import { ChoiceField } from './choice-field';
import { FormFrame } from './form-frame';
import { TEXTS } from './incident-texts';
import { typedWords } from './typed-words';
import { type CommandFormProps, useCommandForm } from './use-command-form';

interface Typed {
  incidentId: string;
}
const memory = typedWords<Typed>('mergeIntoIncident');

/** SV-22: those that read alike come first. */
export function MergeIntoIncidentForm(props: CommandFormProps) {
  const { view } = props;
  const alike = useProcedure('alikeMatters', { complaintId: view.id });
  const open = useProcedure('incidents', { estateId: view.estate.id });
  const form = useCommandForm({
    ...props,
    memory,
    initial: { incidentId: '' },
    schema: COMMAND_INPUTS.mergeIntoIncident,
    input: ({ incidentId }) => ({ incidentId: IncidentId.parse(incidentId) }),
    send: (input, on) => call('mergeIntoIncident', { ...input, ...on }),
    check: ({ incidentId }): Record<string, string> => (incidentId === '' ? { incidentId: TEXTS.pick } : {}),
  });
  if (open.data === undefined)
    return open.error ? (
      <ErrorBlock text={errorText(open.error)} onRetry={() => void open.refetch()} busy={open.isFetching} />
    ) : (
      <Skeleton />
    );
  const first = alike.data?.incidents ?? [];
  const all = [...first, ...open.data.items.filter((each) => !first.some((known) => known.id === each.id))].filter(
    (each) => each.id !== view.incident?.id,
  );
  if (all.length === 0) return <Empty picture="search" text={TEXTS.noneShort} note={TEXTS.none} />;
  return (
    <FormFrame form={form} submit={commandLabel('mergeIntoIncident')}>
      <ChoiceField
        label={TEXTS.choose}
        options={all.map(({ id, summary, homes }) => ({ value: id as string, text: TEXTS.homes(summary, homes) }))}
        value={form.typed.incidentId === '' ? null : form.typed.incidentId}
        onChange={(incidentId) => form.change({ incidentId: incidentId ?? '' })}
        error={form.errors['incidentId']}
        hint={TEXTS.mergeHint}
      />
    </FormFrame>
  );
}
