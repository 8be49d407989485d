import type { ChoiceKeysProps } from './choice-keys';

const STEPS = { ArrowDown: 1, ArrowUp: -1 } as const;

export function ChoiceKeys({ onMove, onTake, children }: ChoiceKeysProps) {
  return (
    <div
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code) : null;
        if (digit !== null) onTake(Number(digit[1]) - 1);
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onMove(STEPS[event.key]);
        else return;
        event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
