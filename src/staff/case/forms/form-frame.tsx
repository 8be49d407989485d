import './form.scss';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button } from '../../../ui/Button';
import type { ActForm } from './use-act-form';

interface Props {
  form: Pick<ActForm<object>, 'problem' | 'sending' | 'submit'>;
  /** What stands on the button: the act itself. */
  submit: string;
  danger?: boolean;
}

/** The body of a command's form: fields, and below them, always in sight, what the server refused and the one button. */
export function FormFrame({ form, submit, danger = false, children }: PropsWithChildren<Props>) {
  return (
    <View className="hs-form">
      {children}
      <View className="hs-form__send">
        {form.problem === '' ? null : (
          <View className="hs-form__problem" ariaRole="alert">
            {form.problem}
          </View>
        )}
        <Button text={submit} tone={danger ? 'danger' : 'primary'} block busy={form.sending} onPress={form.submit} />
      </View>
    </View>
  );
}
