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
/** A photo that was uploaded and accepted by the server; never a storage path. */
export const PhotoId = id('PhotoId');
export type PhotoId = z.infer<typeof PhotoId>;
export const MessageId = id('MessageId');
export type MessageId = z.infer<typeof MessageId>;

/** Chosen by the client for one act of a person; the same id sent again has one effect (double tap, lost answer, offline replay). */
export const CommandId = z
  .string()
  .check(z.regex(/^[\w-]{8,64}$/))
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** ISO 8601 instant in UTC with milliseconds, e.g. `2026-11-21T09:30:00.000Z`. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  z.refine((s) => !Number.isNaN(Date.parse(s))),
);
export type Instant = z.infer<typeof Instant>;
