import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RoutingView } from '../../../types/api/routing';
import { ApiError, errorText } from '../../services/api-error';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Chips } from '../../ui/Chips';
import { Field } from '../../ui/Field';
import { Stack } from '../../ui/Stack';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { TEXTS } from './routing-texts';

export type RoutingRow = RoutingView['rows'][number];

interface Props {
  view: RoutingView;
  row: RoutingRow;
  onDone: () => void;
  /** Somebody else was faster: the table is asked anew. */
  onStale: () => void;
}

/** One row of the table: department, perhaps a handler, and why. */
export function RowEditor({ view, row, onDone, onStale }: Props) {
  const [departmentId, setDepartment] = useState(row.departmentId);
  const [handlerId, setHandler] = useState(row.handlerId);
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState('');
  const [whyError, setWhyError] = useState('');
  const change = useCommand('changeRouting');
  const handlers = view.departments.find(({ id }) => id === departmentId)?.handlers ?? [];

  const save = () => {
    setProblem('');
    setWhyError(why.trim().length < 5 ? TEXTS.whyMissing : '');
    if (why.trim().length < 5) return;
    change
      .run((commandId) => ({
        commandId,
        estateId: view.estateId,
        version: view.version,
        rows: [{ matter: row.matter, departmentId, handlerId }],
        why,
      }))
      .then(
        () => {
          toast(TEXTS.saved, 'good');
          onDone();
        },
        (error: unknown) => {
          const fields = error instanceof ApiError ? error.fields : {};
          setWhyError(fields['why'] ?? '');
          setProblem(Object.values(fields)[0] ?? errorText(error));
          if (error instanceof ApiError && error.code === 'changedMeanwhile') onStale();
        },
      );
  };

  return (
    <Stack>
      <Field label={TEXTS.department} hint={departmentId === null ? TEXTS.byUsual(row.usual) : undefined} group>
        <Chips
          options={view.departments.map(({ id, name }) => ({ value: id, text: name }))}
          value={departmentId}
          clearable
          onChange={(chosen) => {
            setDepartment(chosen);
            setHandler(null);
          }}
        />
      </Field>
      {handlers.length > 0 ? (
        <Field label={TEXTS.handler} hint={TEXTS.handlerHint} optional group>
          <Chips
            options={handlers.map(({ id, name }) => ({ value: id, text: name }))}
            value={handlerId}
            clearable
            onChange={setHandler}
          />
        </Field>
      ) : null}
      <Field label={TEXTS.why} error={whyError}>
        <TextArea value={why} onChange={setWhy} placeholder={TEXTS.whyPlaceholder} maxLength={500} rows={2} />
      </Field>
      {problem === '' ? null : (
        <View className="hs-policy__problem" ariaRole="alert">
          {problem}
        </View>
      )}
      <Button text={TEXTS.save} block busy={change.busy} onPress={save} />
    </Stack>
  );
}
