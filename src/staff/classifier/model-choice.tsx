/** RG-03: which model is live; an administrator goes back to an earlier one, with a reason. */
import { View } from '@tarojs/components';
import { useState } from 'react';
import { timeText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { ClassifierView } from '../../../types/api/classifier';
import { errorText } from '../../services/api-error';
import { useCommand } from '../../services/query';
import { serverNow } from '../../services/server-clock';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Field } from '../../ui/Field';
import { Sheet } from '../../ui/Sheet';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { TEXTS } from './classifier-texts';

/** As the server has it: shorter reasons are refused. */
const LEAST_WHY = 5;

const nameOf = (version: string | null): string => (version === null ? TEXTS.ownModel : TEXTS.modelName(version));

export function ModelChoice({ view, zone }: { view: ClassifierView; zone: Zone }) {
  const [choosing, setChoosing] = useState<{ version: string | null } | null>(null);
  const { live } = view;
  const at = (instant: string) => timeText(instant, serverNow(), zone);
  const choice = (version: string | null, text: string) =>
    live.version === version ? (
      <Badge text={TEXTS.chosen} tone="good" />
    ) : view.mayChoose ? (
      <Button
        text={text}
        label={`${text}：${nameOf(version)}`}
        size="small"
        tone="secondary"
        onPress={() => setChoosing({ version })}
      />
    ) : undefined;
  return (
    <>
      {view.problem ? (
        <Card tone="danger">
          <View ariaRole="alert">{TEXTS.problem}</View>
        </Card>
      ) : null}
      <Card title={TEXTS.live} flush>
        <Cell
          title={nameOf(live.version)}
          note={live.since === null ? TEXTS.note : TEXTS.liveSince(at(live.since), live.by, live.why)}
        />
      </Card>
      <Card title={TEXTS.released} flush>
        {view.models.length === 0 ? <Cell title={TEXTS.noReleased} /> : null}
        {view.models.map(({ version, at: releasedAt, note, gold }) => (
          <Cell
            key={version}
            title={nameOf(version)}
            note={TEXTS.releasedNote(at(releasedAt), note, gold['category'])}
            value={choice(version, TEXTS.use)}
          />
        ))}
        {view.models.length === 0 && live.version === null ? null : (
          <Cell title={TEXTS.ownModel} value={choice(null, TEXTS.useOwn)} />
        )}
      </Card>
      {view.earlier.length === 0 ? null : (
        <Card title={TEXTS.earlier} flush>
          {view.earlier.map((one) => (
            <Cell key={one.at} title={nameOf(one.version)} note={TEXTS.liveSince(at(one.at), one.by, one.why)} />
          ))}
        </Card>
      )}
      <Sheet open={choosing !== null} title={nameOf(choosing?.version ?? null)} onClose={() => setChoosing(null)}>
        {choosing === null ? null : (
          <WhyForm version={choosing.version} seen={live.version} onDone={() => setChoosing(null)} />
        )}
      </Sheet>
    </>
  );
}

interface WhyFormProps {
  version: string | null;
  seen: string | null;
  onDone: () => void;
}

function WhyForm({ version, seen, onDone }: WhyFormProps) {
  const choose = useCommand('chooseModel');
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState('');
  const send = () => {
    if (why.trim().length < LEAST_WHY) {
      setProblem(TEXTS.whyMissing);
      return;
    }
    choose
      .run((commandId) => ({ commandId, version, seen, why }))
      .then(() => {
        toast(TEXTS.done, 'good');
        onDone();
      })
      .catch((error: unknown) => setProblem(errorText(error)));
  };
  return (
    <View>
      <Field label={TEXTS.why} error={problem === '' ? undefined : problem}>
        <TextArea value={why} onChange={setWhy} placeholder={TEXTS.whyPlaceholder} maxLength={500} rows={3} />
      </Field>
      <Button text={TEXTS.confirm} block busy={choose.busy} onPress={send} />
      <Button text={TEXTS.cancel} tone="quiet" block onPress={onDone} />
    </View>
  );
}
