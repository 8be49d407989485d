/** Branded identifiers: an id of one noun can't be passed where another is wanted. All are opaque strings. */
import * as z from 'zod/mini';

const id = <B extends string>(_brand: B) =>
  z
    .string()
    .check(z.minLength(1), z.maxLength(240), z.regex(/^[\w:.-]+$/))
    .brand<B>();

export const CompanyId = id('CompanyId');
export type CompanyId = z.infer<typeof CompanyId>;
export const EstateId = id('EstateId');
export type EstateId = z.infer<typeof EstateId>;
export const DepartmentId = id('DepartmentId');
export type DepartmentId = z.infer<typeof DepartmentId>;
export const HomeId = id('HomeId');
export type HomeId = z.infer<typeof HomeId>;
export const PersonId = id('PersonId');
export type PersonId = z.infer<typeof PersonId>;
export const ComplaintId = id('ComplaintId');
export type ComplaintId = z.infer<typeof ComplaintId>;
/** A corrective and preventive action 纠正和预防措施. */
export const ActionId = id('ActionId');
export type ActionId = z.infer<typeof ActionId>;
/** 雷同事件: several complaints about one matter. */
export const IncidentId = id('IncidentId');
export type IncidentId = z.infer<typeof IncidentId>;
/** A photo or a short video that was uploaded and accepted by the server; never a storage path. */
export const PhotoId = id('PhotoId');
export type PhotoId = z.infer<typeof PhotoId>;
/** Which of both it is stands in the id, which only the server gives. */
export const UPLOAD_PREFIX = { photo: 'ph_', video: 'vd_' } as const;
export type UploadKind = keyof typeof UPLOAD_PREFIX;
export const isVideo = (photoId: string): boolean => photoId.startsWith(UPLOAD_PREFIX.video);
export const RoutineId = id('RoutineId');
export type RoutineId = z.infer<typeof RoutineId>;
export const MessageId = id('MessageId');
export type MessageId = z.infer<typeof MessageId>;

/** Chosen by the client for one act of a person; the same id sent again has one effect (double tap, lost answer, offline replay). */
export const CommandId = z
  .string()
  .check(z.regex(/^[\w-]{8,64}$/))
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

const TO_SECONDS = 'YYYY-MM-DDTHH:MM:SS'.length;

/** Whether it stands in the calendar: `Date.parse` takes 2026-02-31 for a day of March. */
const exists = (instant: string): boolean => {
  const at = Date.parse(instant);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, TO_SECONDS) === instant.slice(0, TO_SECONDS);
};

/** ISO 8601 instant in UTC with milliseconds, e.g. `2026-11-21T09:30:00.000Z`; years that people mean, 2000 to 2100. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/, '时间的格式不正确'),
  z.refine(exists, '没有这个日期或时间'),
  z.refine((s) => s >= '2000' && s < '2101', '年份应在 2000 到 2100 之间'),
);
export type Instant = z.infer<typeof Instant>;
