/** A label with its control, a hint below, and what is wrong with it. The control inside finds its id by `useField`. */
import './Field.scss';
import { Text, View } from '@tarojs/components';
import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { Label } from './Label';

interface FieldContext {
  id: string;
  label: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const Context = createContext<FieldContext | null>(null);

/** The field around a control, or none. */
export const useField = (): FieldContext | null => useContext(Context);

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says 选填 beside the label. */
  optional?: boolean | undefined;
  /** Several controls under one label (chips, photos, faces): a group, not a label of one input. */
  group?: boolean | undefined;
  children: ReactNode;
}

const OPTIONAL_WORD = '选填';

export function Field({ label, hint, error, optional = false, group = false, children }: FieldProps) {
  const id = `f${useId().replaceAll(':', '')}`;
  const invalid = error !== undefined && error !== '';
  const described = invalid || hint ? `${id}-note` : undefined;
  const context = useMemo(() => ({ id, label, describedBy: described, invalid }), [id, label, described, invalid]);
  return (
    <Context.Provider value={context}>
      <View className={`hy-field ${invalid ? 'is-invalid' : ''}`}>
        <View className="hy-field__head">
          <Label control={group ? undefined : id} id={`${id}-label`}>
            {label}
          </Label>
          {optional ? <Text className="hy-field__optional">{OPTIONAL_WORD}</Text> : null}
        </View>
        {children}
        {described ? (
          <View
            id={described}
            className={invalid ? 'hy-field__error' : 'hy-field__hint'}
            ariaRole={invalid ? 'alert' : 'note'}
          >
            {invalid ? error : hint}
          </View>
        ) : null}
      </View>
    </Context.Provider>
  );
}
