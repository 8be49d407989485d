import type { LabelProps } from './Label';

export function Label({ control, id, children }: LabelProps) {
  return control === undefined ? (
    <span id={id} className="hy-field__label">
      {children}
    </span>
  ) : (
    <label id={id} htmlFor={control} className="hy-field__label">
      {children}
    </label>
  );
}
