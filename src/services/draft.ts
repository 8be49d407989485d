/** What a person has typed into a form, kept on the phone as it is typed and given back when the form opens again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { forget, readStored, store } from './storage';

const SAVE_AFTER_MS = 300;

/**
 * `read` looks at what was kept and makes a draft of it, or null when it doesn't fit (an older version of the form).
 * `clear` forgets it, after the form has been sent. `kept`: false when the phone had no room for what was written last.
 */
export function useDraft<T>(form: string, empty: T, read: (kept: unknown) => T | null) {
  const key = `draft:${form}`;
  const [restored] = useState(() => read(readStored(key)));
  const [value, setValue] = useState<T>(restored ?? empty);
  const [kept, setKept] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unsaved = useRef<T | undefined>(undefined);

  const saveNow = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (unsaved.current !== undefined) setKept(store(key, unsaved.current));
    unsaved.current = undefined;
  }, [key]);

  const change = useCallback(
    (part: Partial<T>) => {
      setValue((before) => {
        const after = { ...before, ...part };
        unsaved.current = after;
        return after;
      });
      // Counted from the first change, not the last: who draws or types without a pause is saved as well.
      timer.current ??= setTimeout(saveNow, SAVE_AFTER_MS);
    },
    [saveNow],
  );

  const clear = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    unsaved.current = undefined;
    forget(key);
    setValue(empty);
  }, [key, empty]);

  // Leaving the page within the 300 ms loses nothing.
  useEffect(() => saveNow, [saveNow]);

  return { value, change, clear, saveNow, kept, restored: restored !== null };
}
