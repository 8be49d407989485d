/** Keeps the keyboard inside an open dialog on H5, lets Escape close it, and gives the focus back afterwards. */

interface KeyboardPage {
  activeElement: { focus?: () => void } | null;
  addEventListener(type: 'focusin' | 'keydown', listener: (event: { target: unknown; key?: string }) => void): void;
  removeEventListener(type: 'focusin' | 'keydown', listener: (event: { target: unknown; key?: string }) => void): void;
}
declare const document: KeyboardPage;
declare const matchMedia: (query: string) => { matches: boolean };

/** @returns how to end it */
export function focusTrap(box: HTMLElement, onEscape: () => void): () => void {
  const before = document.activeElement;
  const keepInside = (event: { target: unknown }) => {
    if (!box.contains(event.target)) box.focus();
  };
  const closeByEscape = (event: { key?: string }) => {
    if (event.key === 'Escape') onEscape();
  };
  box.focus();
  // With a mouse there is a keyboard too: it starts at the first field. A finger's keyboard would cover the sheet.
  if (matchMedia('(pointer: fine)').matches)
    box.querySelector('.hy-sheet__body input, .hy-sheet__body textarea, .hy-sheet__body button')?.focus();
  document.addEventListener('focusin', keepInside);
  document.addEventListener('keydown', closeByEscape);
  return () => {
    document.removeEventListener('focusin', keepInside);
    document.removeEventListener('keydown', closeByEscape);
    before?.focus?.();
  };
}
