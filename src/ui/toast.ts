/** One short message at a time; the Page shows it (Toaster.tsx). */
import { create } from 'zustand';
import { TOAST_MS } from './tokens';

export interface ToastMessage {
  text: string;
  tone: 'plain' | 'good' | 'bad';
}

export const useToast = create<{ message: ToastMessage | null }>(() => ({ message: null }));

let leaving: ReturnType<typeof setTimeout> | undefined;

/** Says `text` for a few seconds, in place of the one before. */
export function toast(text: string, tone: ToastMessage['tone'] = 'plain'): void {
  if (leaving !== undefined) clearTimeout(leaving);
  useToast.setState({ message: { text, tone } });
  leaving = setTimeout(() => useToast.setState({ message: null }), TOAST_MS);
}
