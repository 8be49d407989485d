/** The small forms behind the buttons. What was typed stays until it has been sent. */
import { Text } from '@tarojs/components';
import type { ComplaintView } from '../../../types/views';
import { timeText } from '../../../domain/clock/describe';
import { ApiError, errorText, fieldError } from '../../services/api-error';
import { useDraft } from '../../services/draft';
import { keptText } from '../../services/kept';
import { type Photos, usePhotos } from '../../services/photos';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { Sheet } from '../../ui/Sheet';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { WORDS } from './words';

interface FormProps {
  view: ComplaintView;
  onClose: () => void;
}

const EMPTY = { text: '' };
const readWords = (kept: unknown): { text: string } | null => {
  const text = keptText(kept, 'text');
  return text === '' ? null : { text };
};
const useWords = (form: string) => useDraft(form, EMPTY, readWords);

interface WordsSheetProps {
  words: { title: string; label: string; placeholder: string; submit: string; note?: string };
  text: string;
  maxLength: number;
  optional?: boolean;
  /** Not possible for the time being; the note says until when. */
  waiting?: boolean;
  danger?: boolean;
  photos?: Photos;
  busy: boolean;
  error: unknown;
  /** The name of the text in the command's input. */
  field: string;
  onText: (text: string) => void;
  onSubmit: () => void;
  onClose: () => void;
}

function WordsSheet({
  words,
  text,
  maxLength,
  optional = false,
  waiting = false,
  danger = false,
  photos,
  busy,
  error,
  field,
  onText,
  onSubmit,
  onClose,
}: WordsSheetProps) {
  const problem = fieldError(error, field) ?? (error ? errorText(error) : undefined);
  return (
    <Sheet
      open
      title={words.title}
      onClose={onClose}
      footer={
        <Button
          text={words.submit}
          busyText={WORDS.busy}
          tone={danger ? 'danger' : 'primary'}
          block
          busy={busy}
          disabled={waiting || photos?.sending || (!optional && text.trim() === '')}
          onPress={onSubmit}
        />
      }
    >
      {words.note ? <Text className="hy-form-note">{words.note}</Text> : null}
      {waiting ? null : (
        <Field label={words.label} optional={optional} error={problem}>
          <TextArea value={text} maxLength={maxLength} rows={3} placeholder={words.placeholder} onChange={onText} />
        </Field>
      )}
      {photos ? (
        <Field label={WORDS.photos} optional group>
          <PhotoPicker photos={photos} />
        </Field>
      ) : null}
    </Sheet>
  );
}

export function AddWords({ view, onClose }: FormProps) {
  const draft = useWords(`addWords:${view.id}`);
  const photos = usePhotos({ limits: view.limits });
  const add = useCommand('addWords');
  const submit = () => {
    add
      .run((commandId) => ({ commandId, complaintId: view.id, text: draft.value.text, photos: photos.ids }))
      .then(
        () => {
          draft.clear();
          toast(WORDS.forms.addWords.done, 'good');
          onClose();
        },
        () => undefined,
      );
  };
  return (
    <WordsSheet
      words={WORDS.forms.addWords}
      text={draft.value.text}
      maxLength={2000}
      photos={photos}
      busy={add.busy}
      error={add.error}
      field="text"
      onText={(text) => draft.change({ text })}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

/** When it may be urged again, if the server said so. */
function againAt(error: unknown): string | undefined {
  const at = error instanceof ApiError && error.code === 'tooSoon' ? error.details.againAt : undefined;
  return typeof at === 'string' ? at : undefined;
}

/** Complaint → what the server last said to that; remembered when the sheet is opened again. */
const urgedUntil = new Map<string, string>();

export function Urge({ view, onClose }: FormProps) {
  const now = useNow();
  const draft = useWords(`urge:${view.id}`);
  const urge = useCommand('urge');
  const again = againAt(urge.error) ?? urgedUntil.get(view.id);
  const waiting = again !== undefined && now < again;
  const submit = () => {
    const words = draft.value.text.trim();
    urge
      .run((commandId) => ({ commandId, complaintId: view.id, ...(words === '' ? {} : { words }) }))
      .then(
        () => {
          draft.clear();
          toast(view.handler === null ? WORDS.forms.urge.doneUnnamed : WORDS.forms.urge.done, 'good');
          onClose();
        },
        (error: unknown) => {
          const at = againAt(error);
          if (at !== undefined) urgedUntil.set(view.id, at);
        },
      );
  };
  return (
    <WordsSheet
      words={
        waiting
          ? { ...WORDS.forms.urge, note: WORDS.forms.urge.again(timeText(again, now, view.estate)) }
          : WORDS.forms.urge
      }
      text={draft.value.text}
      maxLength={200}
      optional
      waiting={waiting}
      busy={urge.busy}
      error={againAt(urge.error) === undefined ? urge.error : null}
      field="words"
      onText={(text) => draft.change({ text })}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

export function Withdraw({ view, onClose }: FormProps) {
  const draft = useWords(`withdraw:${view.id}`);
  const withdraw = useCommand('withdraw');
  const submit = () => {
    withdraw
      .run((commandId) => ({ commandId, complaintId: view.id, version: view.version, reason: draft.value.text }))
      .then(
        () => {
          draft.clear();
          toast(WORDS.forms.withdraw.done, 'good');
          onClose();
        },
        () => undefined,
      );
  };
  return (
    <WordsSheet
      words={WORDS.forms.withdraw}
      text={draft.value.text}
      maxLength={500}
      danger
      busy={withdraw.busy}
      error={withdraw.error}
      field="reason"
      onText={(text) => draft.change({ text })}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}

export function Reopen({ view, onClose }: FormProps) {
  const draft = useWords(`reopen:${view.id}`);
  const photos = usePhotos({ limits: view.limits });
  const reopen = useCommand('reopen');
  const submit = () => {
    reopen
      .run((commandId) => ({ commandId, complaintId: view.id, why: draft.value.text, photos: photos.ids }))
      .then(
        () => {
          draft.clear();
          toast(WORDS.forms.reopen.done, 'good');
          onClose();
        },
        () => undefined,
      );
  };
  return (
    <WordsSheet
      words={WORDS.forms.reopen}
      text={draft.value.text}
      maxLength={1000}
      photos={photos}
      busy={reopen.busy}
      error={reopen.error}
      field="why"
      onText={(text) => draft.change({ text })}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
