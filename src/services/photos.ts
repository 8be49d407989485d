/** The photos and videos of a form: chosen, made small, sent one by one, each with its progress; a failed one can be tried again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isVideo, type UploadKind } from '../../types/ids';
import { LARGEST_VIDEO_BYTES, LONGEST_VIDEO_SECONDS, MOST_PHOTOS, MOST_VIDEOS } from '../../types/limits';
import type { PhotoView, SendingLimits } from '../../types/views';
import { call } from './api';
import { errorOfNetwork, errorText, ApiError } from './api-error';
import { newCommandId } from './command-id';
import { onSignal } from './signal';
import { choosePhotos, chooseVideo, type PhotoFile, send, shrink } from './photo-file';

/** What the program can take, until the policy's limits are known; the server checks those. */
export const CEILINGS: SendingLimits = {
  mostPhotos: MOST_PHOTOS,
  mostVideos: MOST_VIDEOS,
  videoSeconds: LONGEST_VIDEO_SECONDS,
  videoBytes: LARGEST_VIDEO_BYTES,
};

export interface PickedPhoto {
  key: string;
  kind: UploadKind;
  /** Of a video a still, or empty. */
  preview: string;
  /** `kept`: on this phone, to be sent with the rest once there is signal. */
  state: 'sending' | 'done' | 'kept' | 'failed';
  /** 0–100 while sending. */
  percent: number;
  /** Why it failed. */
  error: string;
  /** Once the server has accepted it. */
  accepted: PhotoView | null;
}

export interface Photos {
  picked: readonly PickedPhoto[];
  limits: SendingLimits;
  choose: () => void;
  chooseVideo: () => void;
  retry: (key: string) => void;
  remove: (key: string) => void;
  clear: () => void;
  /** Ids of those that arrived. */
  ids: PhotoView['id'][];
  sending: boolean;
  failed: boolean;
  /** Why the last tap on “add” brought none, or null. */
  problem: string | null;
}

const fromAccepted = (photo: PhotoView): PickedPhoto => ({
  key: photo.id,
  kind: isVideo(photo.id) ? 'video' : 'photo',
  preview: isVideo(photo.id) ? '' : photo.url,
  state: 'done',
  percent: 100,
  error: '',
  accepted: photo,
});

const isOfNetwork = (error: unknown): boolean => !(error instanceof ApiError) || error.code === 'network';

/** Uploads one photo or video. @throws ApiError */
export const uploadPhoto = async (file: PhotoFile, onProgress: (percent: number) => void): Promise<PhotoView> =>
  uploadSmall(await shrink(file), newCommandId(), onProgress);

/** Uploads one that was made small before; under the same commandId it is the same photo, however often. @throws ApiError */
export async function uploadSmall(
  { name, size, kind, ...file }: PhotoFile,
  commandId: string,
  onProgress: (percent: number) => void,
): Promise<PhotoView> {
  const place = await call('requestUpload', { commandId, name: name.slice(-200), size, kind });
  try {
    await send({ name, size, kind, ...file }, place, onProgress);
  } catch (error) {
    throw errorOfNetwork(error);
  }
  return call('confirmUpload', { photoId: place.photoId });
}

/** `restored`: photos of a draft; `onAccepted` hears which have arrived, to keep them with the draft. */
export function usePhotos(
  options: {
    limits?: SendingLimits | undefined;
    restored?: readonly PhotoView[];
    onAccepted?: (accepted: PhotoView[]) => void;
  } = {},
): Photos {
  const limits = options.limits ?? CEILINGS;
  const [picked, setPicked] = useState<readonly PickedPhoto[]>(() => (options.restored ?? []).map(fromAccepted));
  const [problem, setProblem] = useState<string | null>(null);
  const files = useRef(new Map<string, PhotoFile>());
  /** Didn't get through; they go on by themselves once there is a network. */
  const cutOff = useRef(new Set<string>());
  const hear = useRef(options.onAccepted);
  hear.current = options.onAccepted;

  const change = useCallback(
    (key: string, part: Partial<PickedPhoto>) =>
      setPicked((all) => all.map((photo) => (photo.key === key ? { ...photo, ...part } : photo))),
    [],
  );

  const start = useCallback(
    async (key: string) => {
      const file = files.current.get(key);
      if (file === undefined) return;
      cutOff.current.delete(key);
      change(key, { state: 'sending', percent: 0, error: '' });
      try {
        const accepted = await uploadPhoto(file, (percent) => change(key, { percent }));
        change(key, { state: 'done', percent: 100, accepted });
      } catch (error) {
        if (isOfNetwork(error)) cutOff.current.add(key);
        change(key, { state: 'failed', error: errorText(error instanceof ApiError ? error : errorOfNetwork(error)) });
      }
    },
    [change],
  );

  useEffect(
    () =>
      onSignal(() => {
        for (const key of [...cutOff.current]) void start(key);
      }),
    [start],
  );

  const photosLeft = limits.mostPhotos - picked.filter(({ kind }) => kind === 'photo').length;
  const choose = async (kind: UploadKind) => {
    setProblem(null);
    const chosen = await (kind === 'photo' ? choosePhotos(photosLeft) : chooseVideo(limits));
    setProblem(chosen.problem);
    const added = chosen.files.slice(0, kind === 'photo' ? photosLeft : 1).map((file) => {
      const key = newCommandId();
      files.current.set(key, file);
      return { key, kind, preview: file.preview, state: 'sending' as const, percent: 0, error: '', accepted: null };
    });
    setPicked((all) => [...all, ...added]);
    // One after the other: a phone's uplink is narrow, and the first shows progress soonest.
    for (const photo of added) await start(photo.key);
  };

  const accepted = picked.flatMap((photo) => (photo.accepted ? [photo.accepted] : []));
  const acceptedKey = accepted.map((photo) => photo.id).join(' ');
  const heardKey = useRef(acceptedKey);
  useEffect(() => {
    if (heardKey.current === acceptedKey) return;
    heardKey.current = acceptedKey;
    hear.current?.(accepted);
  }, [acceptedKey, accepted]);

  return {
    picked,
    limits,
    choose: () => void choose('photo'),
    chooseVideo: () => void choose('video'),
    retry: (key) => void start(key),
    remove: (key) => {
      files.current.delete(key);
      setPicked((all) => all.filter((photo) => photo.key !== key));
    },
    clear: () => {
      files.current.clear();
      setPicked([]);
    },
    ids: accepted.map((photo) => photo.id),
    sending: picked.some((photo) => photo.state === 'sending'),
    failed: picked.some((photo) => photo.state === 'failed'),
    problem,
  };
}
