/** What is typed into the intake, as it is kept on this device, and what is sent. */
import * as z from 'zod/mini';
import { EstateId, HomeId, PersonId } from '../../../types/ids';
import type { InputOf } from '../../../types/procedures';
import { PhotoView } from '../../../types/views';
import { Kind, STAFF_CHANNELS } from '../../../types/vocabulary';

export const IntakeDraft = z.object({
  estateId: z.nullable(EstateId),
  channel: z.enum(STAFF_CHANNELS),
  home: z.nullable(
    z.object({ id: HomeId, text: z.string(), residentId: z.nullable(PersonId), residentName: z.string() }),
  ),
  callerName: z.string(),
  callerPhone: z.string(),
  text: z.string(),
  atHome: z.boolean(),
  area: z.string(),
  wish: z.string(),
  /** The person's word; the proposal stands beside it and never changes it. */
  kind: Kind,
  together: z.string(),
  hide: z.boolean(),
  photos: z.array(PhotoView),
});
export type IntakeDraft = z.infer<typeof IntakeDraft>;

export const EMPTY_INTAKE: IntakeDraft = {
  estateId: null,
  channel: 'hotline',
  home: null,
  callerName: '',
  callerPhone: '',
  text: '',
  atHome: false,
  area: '',
  wish: '',
  kind: 'complaint',
  together: '',
  hide: false,
  photos: [],
};

export const readIntake = (kept: unknown): IntakeDraft | null => {
  const parsed = IntakeDraft.safeParse(kept);
  return parsed.success ? parsed.data : null;
};

const present = <T extends object>(part: T, when: boolean): Partial<T> => (when ? part : {});

/** The people who complain together, when it is a number; undefined when nothing was written, null when it is none. */
export const togetherOf = (written: string): number | null | undefined => {
  if (written.trim() === '') return undefined;
  const count = Number(written);
  return Number.isInteger(count) && count >= 1 && count <= 2000 ? count : null;
};

/** The draft as the API wants it. */
export const intakeInput = (draft: IntakeDraft, estateId: EstateId, commandId: string): InputOf<'recordComplaint'> => ({
  commandId,
  estateId,
  channel: draft.channel,
  kind: draft.kind,
  description: draft.text,
  photos: draft.photos.map((photo) => photo.id),
  place: {
    ...(draft.atHome && draft.home ? { homeId: draft.home.id } : {}),
    ...present({ area: draft.area }, draft.area !== ''),
  },
  ...present({ wish: draft.wish }, draft.wish !== ''),
  ...(draft.home ? { homeId: draft.home.id } : {}),
  ...(draft.home?.residentId ? { residentId: draft.home.residentId } : {}),
  ...(typeof togetherOf(draft.together) === 'number' ? { groupSize: Number(draft.together) } : {}),
  caller: {
    ...present({ name: draft.callerName }, draft.callerName !== ''),
    ...present({ phone: draft.callerPhone }, draft.callerPhone !== ''),
  },
  hideIdentity: draft.hide,
});
