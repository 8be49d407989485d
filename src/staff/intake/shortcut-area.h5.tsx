import type { ShortcutAreaProps } from './shortcut-area';

export function ShortcutArea({ onSave, children }: ShortcutAreaProps) {
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onSave();
        }
      }}
    >
      {children}
    </div>
  );
}
