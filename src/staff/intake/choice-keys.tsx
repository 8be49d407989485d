import type { ReactNode } from 'react';

export interface ChoiceKeysProps {
  /** Arrow down or up. */
  onMove: (by: 1 | -1) => void;
  /** Alt + 1 … 9: the choice at this place, from 0. */
  onTake: (place: number) => void;
  children: ReactNode;
}

/** Where arrows and Alt + digit choose among what was found; a phone has no such keys (choice-keys.h5.tsx). */
export function ChoiceKeys({ children }: ChoiceKeysProps) {
  return <>{children}</>;
}
