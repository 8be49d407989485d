/** The form of one command of an incident. */
import { useState } from 'react';
import type { IncidentView } from '../../../types/api/incident';
import { IncidentId } from '../../../types/ids';
import { incidentCommandRow } from '../../../domain/incident/lifecycle';
import type { IncidentCommandName } from '../../../types/incident-commands';
import { errorText, fieldError } from '../../services/api-error';
import { useCommand, useProcedure } from '../../services/query';
import { Field } from '../../ui/Field';
import { Switch } from '../../ui/Switch';
import { TextInput } from '../../ui/TextInput';
import { ChoiceField } from '../case/forms/choice-field';
import { FormFrame } from '../case/forms/form-frame';
import { TEXTS as FORM_TEXTS } from '../case/forms/incident-texts';
import { WordsField } from '../case/forms/words-field';
import { TEXTS } from './incidents-texts';

interface Props {
  incident: IncidentView;
  onDone: () => void;
}

export function IncidentForm({ command, ...props }: Props & { command: IncidentCommandName }) {
  switch (command) {
    case 'confirmCollective':
      return <ConfirmForm {...props} />;
    case 'revokeCollective':
      return <RevokeForm {...props} />;
    case 'describeIncident':
      return <DescribeForm {...props} />;
    case 'mergeIncidents':
      return <MergeForm {...props} />;
  }
}

/** What every one of these forms sends along, and what its button shows. */
const useIncidentCommand = <N extends IncidentCommandName>(name: N, { incident, onDone }: Props) => {
  const { run, busy, error } = useCommand(name);
  const [problem, setProblem] = useState('');
  return {
    error,
    label: incidentCommandRow(name).label,
    on: (commandId: string) => ({ incidentId: incident.id, commandId, version: incident.version }),
    form: { problem: problem === '' && error ? errorText(error) : problem, sending: busy },
    refuse: setProblem,
    send: (input: Parameters<typeof run>[0]) => {
      setProblem('');
      run(input).then(onDone, () => undefined);
    },
  };
};

function ConfirmForm(props: Props) {
  const { error, label, on, form, refuse, send } = useIncidentCommand('confirmCollective', props);
  const [people, setPeople] = useState('');
  const [note, setNote] = useState('');
  const submit = () => {
    const count = people.trim() === '' ? undefined : Number(people);
    if (count !== undefined && (!Number.isInteger(count) || count < 2)) refuse(TEXTS.numberBad);
    else send((commandId) => ({ ...on(commandId), note, ...(count === undefined ? {} : { people: count }) }));
  };
  return (
    <FormFrame form={{ ...form, submit }} submit={label}>
      <Field label={TEXTS.number} hint={TEXTS.numberHint} error={fieldError(error, 'people')} optional>
        <TextInput value={people} kind="number" maxLength={5} onChange={setPeople} />
      </Field>
      <WordsField
        label={TEXTS.note}
        placeholder={TEXTS.notePlaceholder}
        value={note}
        onChange={setNote}
        error={fieldError(error, 'note')}
      />
    </FormFrame>
  );
}

function RevokeForm(props: Props) {
  const { error, label, on, form, send } = useIncidentCommand('revokeCollective', props);
  const [note, setNote] = useState('');
  const submit = () => send((commandId) => ({ ...on(commandId), note }));
  return (
    <FormFrame form={{ ...form, submit }} submit={label} danger>
      <WordsField label={TEXTS.revokeNote} value={note} onChange={setNote} error={fieldError(error, 'note')} />
    </FormFrame>
  );
}

function DescribeForm(props: Props) {
  const { incident } = props;
  const { error, label, on, form, send } = useIncidentCommand('describeIncident', props);
  const [summary, setSummary] = useState(incident.summary);
  const [placeText, setPlaceText] = useState(incident.placeText);
  const [publicPlace, setPublicPlace] = useState(incident.publicPlace);
  const submit = () => send((commandId) => ({ ...on(commandId), summary, placeText, publicPlace }));
  return (
    <FormFrame form={{ ...form, submit }} submit={label}>
      <Field label={FORM_TEXTS.summary} hint={FORM_TEXTS.summaryHint} error={fieldError(error, 'summary')}>
        <TextInput value={summary} maxLength={40} onChange={setSummary} />
      </Field>
      <Field label={FORM_TEXTS.placeText} error={fieldError(error, 'placeText')} optional>
        <TextInput value={placeText} maxLength={30} onChange={setPlaceText} />
      </Field>
      <Switch
        title={FORM_TEXTS.publicPlace}
        note={FORM_TEXTS.publicPlaceNote}
        on={publicPlace}
        onChange={setPublicPlace}
      />
    </FormFrame>
  );
}

function MergeForm(props: Props) {
  const { incident } = props;
  const { error, label, on, form, refuse, send } = useIncidentCommand('mergeIncidents', props);
  const open = useProcedure('incidents', { estateId: incident.estateId });
  const [into, setInto] = useState<string | null>(null);
  const others = (open.data?.items ?? []).filter((other) => other.id !== incident.id);
  const submit = () => {
    if (into === null) refuse(TEXTS.pick);
    else send((commandId) => ({ ...on(commandId), into: IncidentId.parse(into) }));
  };
  return (
    <FormFrame form={{ ...form, submit }} submit={label} danger>
      <ChoiceField
        label={TEXTS.into}
        options={others.map((other) => ({
          value: other.id as string,
          text: FORM_TEXTS.homes(other.summary, other.homes),
        }))}
        value={into}
        onChange={setInto}
        error={fieldError(error, 'into') ?? (open.error ? errorText(open.error) : undefined)}
        hint={open.data !== undefined && others.length === 0 ? TEXTS.noOther : undefined}
      />
    </FormFrame>
  );
}
