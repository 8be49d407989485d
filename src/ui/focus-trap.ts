/** Keeps the keyboard inside an open dialog on H5 and gives the focus back when it closes. */

interface FocusEvents {
  activeElement: { focus?: () => void } | null;
  addEventListener(type: 'focusin', listener: (event: { target: unknown }) => void): void;
  removeEventListener(type: 'focusin', listener: (event: { target: unknown }) => void): void;
}
declare const document: FocusEvents;

/** @returns how to end it */
export function focusTrap(box: HTMLElement): () => void {
  const before = document.activeElement;
  const keepInside = (event: { target: unknown }) => {
    if (!box.contains(event.target)) box.focus();
  };
  box.focus();
  document.addEventListener('focusin', keepInside);
  return () => {
    document.removeEventListener('focusin', keepInside);
    before?.focus?.();
  };
}
