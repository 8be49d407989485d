/** Photos and videos of a callback: kept on the phone as soon as they are taken, uploaded at once when there is signal (CB-04). */
import { useEffect, useRef, useState } from 'react';
import { CommandId, type UploadKind } from '../../../types/ids';
import type { SendingLimits } from '../../../types/views';
import { ApiError, errorText } from '../../services/api-error';
import { newCommandId } from '../../services/command-id';
import { choosePhotos, chooseVideo, type PhotoFile, shrink } from '../../services/photo-file';
import { CEILINGS, type Photos, type PickedPhoto } from '../../services/photos';
import type { KeptFile } from './kept-file';
import { dropFromPhone, fileOf, keepOnPhone, onlyInMemory, uploadKept } from './upload-kept';
import { TEXTS } from './visit-texts';

interface Options {
  limits: SendingLimits | undefined;
  /** As the draft has them. */
  files: readonly KeptFile[];
  /** The draft is to have these. */
  onFiles: (files: KeptFile[]) => void;
}

const pictured = (file: KeptFile, { preview }: PhotoFile): PickedPhoto => ({
  key: file.key,
  kind: file.kind,
  preview,
  state: file.photoId === null ? 'kept' : 'done',
  percent: 100,
  error: '',
  accepted: null,
});

export function useKeptPhotos({ limits = CEILINGS, files, onFiles }: Options): Photos {
  const [picked, setPicked] = useState<readonly PickedPhoto[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  // What answers later needs the draft as it is then.
  const draft = useRef(files);
  draft.current = files;
  const hear = useRef(onFiles);
  hear.current = onFiles;
  const has = (key: string) => draft.current.some((file) => file.key === key);
  const put = (next: KeptFile[]) => {
    draft.current = next;
    hear.current(next);
  };
  const show = (key: string, part: Partial<PickedPhoto>) =>
    setPicked((all) => all.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)));

  const upload = async (file: KeptFile) => {
    show(file.key, { state: 'sending', percent: 0, error: '' });
    try {
      const photoId = await uploadKept(file, (percent) => show(file.key, { percent }));
      if (!has(file.key)) return;
      put(draft.current.map((each) => (each.key === file.key ? { ...each, photoId } : each)));
      show(file.key, { state: 'done', percent: 100 });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (onlyInMemory(file.key)) show(file.key, { state: 'failed', error: TEXTS.photoUnkept });
      else if (error.fields['size'] === undefined && WAITS.has(error.code)) show(file.key, { state: 'kept' });
      else show(file.key, { state: 'failed', error: errorText(error) });
    }
  };

  const add = async (taken: PhotoFile) => {
    const small = await shrink(taken);
    const key = CommandId.parse(newCommandId());
    const { file } = await keepOnPhone(key, small);
    const kept = { key, kind: file.kind, name: file.name.slice(-200), size: file.size, photoId: null };
    setPicked((all) => [...all, { ...pictured(kept, file), state: 'sending', percent: 0 }]);
    put([...draft.current, kept]);
    return kept;
  };

  const photosLeft = limits.mostPhotos - files.filter(({ kind }) => kind === 'photo').length;
  const choose = async (kind: UploadKind) => {
    setProblem(null);
    const chosen = await (kind === 'photo' ? choosePhotos(photosLeft) : chooseVideo(limits));
    setProblem(chosen.problem);
    const added: KeptFile[] = [];
    // First all are safe, then they are sent, one after the other: a phone's uplink is narrow.
    for (const file of chosen.files.slice(0, kind === 'photo' ? photosLeft : 1)) added.push(await add(file));
    for (const file of added) await upload(file);
  };

  const retry = async (key: string) => {
    const file = draft.current.find((each) => each.key === key);
    if (file === undefined) return;
    const source = onlyInMemory(key) ? await fileOf(file) : null;
    if (source !== null) await keepOnPhone(key, source);
    await upload(file);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: what a restored draft names is looked up once
  useEffect(() => {
    let gone = false;
    const restore = async () => {
      const found = await Promise.all(files.map(async (file) => ({ file, source: await fileOf(file) })));
      if (gone) return;
      const there = found.flatMap(({ file, source }) => (source === null ? [] : [pictured(file, source)]));
      setPicked((all) => [...there, ...all]);
      const missing = found.filter(({ source }) => source === null).map(({ file }) => file.key);
      if (missing.length === 0) return;
      put(draft.current.filter(({ key }) => !missing.includes(key)));
      setProblem(TEXTS.photosGone(missing.length));
    };
    if (files.length > 0) void restore();
    return () => {
      gone = true;
    };
  }, []);

  return {
    picked,
    limits,
    choose: () => void choose('photo'),
    chooseVideo: () => void choose('video'),
    retry: (key) => void retry(key),
    remove: (key) => {
      dropFromPhone(draft.current.filter((file) => file.key === key));
      put(draft.current.filter((file) => file.key !== key));
      setPicked((all) => all.filter((photo) => photo.key !== key));
    },
    clear: () => setPicked([]),
    ids: files.flatMap(({ photoId }) => photoId ?? []),
    sending: picked.some((photo) => photo.state === 'sending'),
    failed: picked.some((photo) => photo.state === 'failed'),
    problem,
  };
}

/** What lies on the phone goes later with the callback. */
const WAITS: ReadonlySet<string> = new Set(['network', 'unavailable', 'internal', 'tooMany', 'notSignedIn']);
