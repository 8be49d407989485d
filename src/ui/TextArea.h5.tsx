import './TextArea.scss';
import { useField } from './Field';
import type { TextAreaProps } from './TextArea';

export function TextArea({ value, onChange, placeholder, maxLength, rows = 4, label }: TextAreaProps) {
  const field = useField();
  return (
    <div className={`hy-area ${field?.invalid ? 'is-invalid' : ''}`}>
      {/* The copy behind grows with the words and the textarea with it. */}
      <div className="hy-area__grow">
        <textarea
          id={field?.id}
          className="hy-area__text"
          rows={rows}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={field?.describedBy}
          aria-invalid={field?.invalid || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <div className="hy-area__copy" aria-hidden>{`${value} `}</div>
      </div>
      <span className="hy-area__count" aria-hidden>{`${value.length}/${maxLength}`}</span>
    </div>
  );
}
