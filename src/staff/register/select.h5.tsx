import './select.scss';
import { Icon } from '../../ui/Icon';
import type { SelectProps } from './select';

declare global {
  interface HTMLSelectElement extends HTMLElement {
    value: string;
  }
}

export function Select<T extends string>({ label, options, value, onChange, active }: SelectProps<T>) {
  return (
    <span className={`hs-select ${active ? 'is-active' : ''}`}>
      <select
        className="hs-select__native"
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <span aria-hidden>{active ? (options.find((option) => option.value === value)?.text ?? '') : label}</span>
      <Icon name="down" size="small" />
    </span>
  );
}
