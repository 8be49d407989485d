/** One group of settings being edited: what was typed, what the server says to each field, and saving it exactly once. */
import { View } from '@tarojs/components';
import { useState } from 'react';
import { settingOfField, type SettingGroup } from '../../../domain/policy/settings';
import type { PolicyView } from '../../../types/api/policy';
import { ApiError, errorText } from '../../services/api-error';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { TEXTS } from './policy-texts';
import { SettingField } from './setting-field';
import { readTyped, settingText, type Typed, typedOf } from './setting-value';

interface Props {
  view: PolicyView;
  group: SettingGroup;
  onDone: () => void;
  /** Somebody else was faster: what holds now is asked anew, what was typed stays. */
  onStale: () => void;
}

type Typings = Readonly<Record<string, Typed>>;

export function GroupEditor({ view, group, onDone, onStale }: Props) {
  const inForce = new Map(view.settings.map((setting) => [setting.path, setting]));
  const [typed, setTyped] = useState<Typings>({});
  const [falling, setFalling] = useState<readonly string[]>([]);
  const [why, setWhy] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState('');
  const change = useCommand('changePolicy');
  const own = view.estateId === null ? 'company' : 'estate';

  const put = (path: string, value: Typed) => {
    setTyped((all) => ({ ...all, [path]: value }));
    setErrors((all) => Object.fromEntries(Object.entries(all).filter(([field]) => field !== path)));
    setProblem('');
  };

  const save = () => {
    const found: Record<string, string> = {};
    const changes: { path: string; value?: unknown }[] = falling.map((path) => ({ path }));
    for (const setting of group.settings) {
      const now = typed[setting.path];
      if (now === undefined || falling.includes(setting.path)) continue;
      const read = readTyped(setting, now);
      if (!read.ok) found[setting.path] = read.why;
      else changes.push({ path: setting.path, value: read.value });
    }
    if (why.trim().length < 5) found['why'] = TEXTS.whyMissing;
    if (changes.length === 0 && Object.keys(found).every((field) => field === 'why')) {
      setProblem(TEXTS.nothingChanged);
      return;
    }
    setErrors(found);
    const [wrong = ''] = Object.values(found);
    setProblem(wrong);
    if (wrong !== '') return;
    change
      .run((commandId) => ({
        commandId,
        ...(view.estateId === null ? {} : { estateId: view.estateId }),
        version: view.version,
        changes,
        why,
      }))
      .then(
        () => {
          toast(TEXTS.saved, 'good');
          onDone();
        },
        (error: unknown) => {
          const fields = error instanceof ApiError ? error.fields : {};
          setErrors(
            Object.fromEntries(
              Object.entries(fields).map(([field, text]) => [settingOfField(field)?.path ?? field, text]),
            ),
          );
          setProblem(Object.values(fields)[0] ?? errorText(error));
          if (error instanceof ApiError && error.code === 'changedMeanwhile') onStale();
        },
      );
  };

  return (
    <View className="hs-policy__editor">
      {group.settings.map((setting) => {
        const { value, from, above } = inForce.get(setting.path) ?? {
          value: undefined,
          from: 'default',
          above: undefined,
        };
        return (
          <SettingField
            key={setting.path}
            setting={setting}
            typed={typed[setting.path] ?? typedOf(setting, value)}
            onChange={(now) => put(setting.path, now)}
            error={errors[setting.path]}
            above={from === own ? settingText(setting, above) : null}
            falls={falling.includes(setting.path)}
            onFall={() => setFalling((all) => [...all, setting.path])}
          />
        );
      })}
      <Field label={TEXTS.why} error={errors['why']}>
        <TextArea value={why} onChange={setWhy} placeholder={TEXTS.whyPlaceholder} maxLength={500} rows={3} />
      </Field>
      {problem === '' ? null : (
        <View className="hs-policy__problem" ariaRole="alert">
          {problem}
        </View>
      )}
      <View className="hs-policy__buttons">
        <Button text={TEXTS.cancel} tone="secondary" onPress={onDone} />
        <Button text={TEXTS.save} busy={change.busy} label={`${TEXTS.save}${group.title}`} onPress={save} />
      </View>
    </View>
  );
}
