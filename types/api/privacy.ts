import * as z from 'zod/mini';
import { command, query, STAFF } from '../contract';
import { ComplaintId } from '../ids';
import { Me, Opening, page } from '../views';

const cursor = z.optional(z.string().check(z.maxLength(300)));

/** What a resident may ask about their own data (PV-01, PV-03, IN-05). */
export const PRIVACY_PROCEDURES = {
  myOpenings: query({
    does: "Who of the staff opened the resident's personal data, when, on which complaint and how (PV-01); newest first",
    who: 'known',
    input: z.object({ cursor }),
    output: page(Opening),
  }),
  noteCall: command({
    does: "Leaves a line in the resident's log that a member of staff is ringing them up (PV-01)",
    who: STAFF,
    input: z.object({ complaintId: ComplaintId }),
    output: z.object({}),
    errors: ['notFound'],
  }),
  withdrawConsent: command({
    does: 'Takes the agreement to the privacy notice back (IN-05): nothing new is taken until it is given again; what is open goes on',
    who: 'known',
    input: z.object({}),
    output: Me,
  }),
  exportMyData: query({
    does: 'Everything held about the resident, part by part, with Chinese keys (PV-03); the cursor leads through all of it',
    who: 'known',
    input: z.object({ cursor }),
    output: z.object({
      /** Under which name the items stand in the file. */
      part: z.string(),
      items: z.array(z.record(z.string(), z.unknown())),
      cursor: z.nullable(z.string()),
    }),
  }),
  eraseMe: command({
    does: 'Erases the resident (PV-03): the cases stay with the person removed. Asked again, it changes nothing more',
    who: 'visitor',
    input: z.object({
      /** What becomes of complaints that are still dealt with. */
      openOnes: z.enum(['finishFirst', 'withdraw']),
    }),
    output: z.object({ erased: z.literal(true) }),
    errors: ['stillOpen', 'notAllowed'],
  }),
} as const;
