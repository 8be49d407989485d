import type { ReactNode } from 'react';

export interface ShortcutAreaProps {
  /** Ctrl + Enter, or ⌘ + Enter. */
  onSave: () => void;
  children: ReactNode;
}

/** Where Ctrl + Enter saves; a phone has no such key (shortcut-area.h5.tsx). */
export function ShortcutArea({ children }: ShortcutAreaProps) {
  return <>{children}</>;
}
