import * as z from 'zod/mini';
import { command, query } from '../contract';
import { EstateId, PersonId } from '../ids';
import { words } from '../text';
import { HomeView, Me, SendingLimits } from '../views';

export const PEOPLE_PROCEDURES = {
  beginLogin: query({
    does: 'Where to send an H5 visitor to be recognised by the official account (snsapi_base)',
    who: 'anyone',
    input: z.object({ returnTo: z.string().check(z.maxLength(500)) }),
    output: z.object({ url: z.string(), state: z.string() }),
  }),
  loginOfficialAccount: command({
    does: 'Exchanges the code that WeChat put into the page address for a session token',
    who: 'anyone',
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
    output: z.object({ token: z.string(), expiresAt: z.string() }),
    errors: ['notSignedIn'],
  }),
  whoAmI: query({
    does: 'The person behind the call: homes, posts, consent, unread messages, message credit',
    who: 'visitor',
    input: z.object({}),
    output: Me,
  }),
  privacyNotice: query({
    does: 'The current privacy notice, to read before agreeing (IN-05)',
    who: 'anyone',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      title: z.string(),
      sections: z.array(z.object({ heading: z.string(), text: z.string() })),
    }),
  }),
  agreeToPrivacyNotice: command({
    does: 'Keeps the consent with notice version and time (IN-05); creates the person on the first time',
    who: 'visitor',
    input: z.object({ version: z.string() }),
    output: Me,
  }),
  bindHome: command({
    does: 'Binds a home by the invitation code of the service desk',
    who: 'person',
    input: z.object({
      code: z.string().check(
        z.overwrite((s: string) => s.replace(/[\s-]/g, '').toUpperCase()),
        z.minLength(4, { error: '邀请码太短' }),
        z.maxLength(20, { error: '邀请码太长' }),
      ),
    }),
    output: z.object({ home: HomeView, me: Me }),
    errors: ['invitationInvalid', 'consentNeeded'],
  }),
  joinStaff: command({
    does: 'Binds a staff post to this WeChat identity by a one-time invitation (PV-05)',
    who: 'person',
    input: z.object({
      code: z.string().check(
        z.overwrite((s: string) => s.replace(/[\s-]/g, '').toUpperCase()),
        z.minLength(4),
        z.maxLength(20),
      ),
    }),
    output: Me,
    errors: ['invitationInvalid', 'consentNeeded'],
  }),
  saveContact: command({
    does: 'How the resident wants to be called and reached; kept encrypted',
    who: 'person',
    input: z.object({
      name: words('称呼', 1, 20),
      phone: z.string().check(
        z.overwrite((s: string) => s.replace(/[\s-]/g, '')),
        z.regex(/^(1\d{10}|0\d{9,11}|\d{7,8})$/, { error: '请填写正确的电话号码' }),
      ),
    }),
    output: Me,
    errors: ['consentNeeded'],
  }),
  recordSubscribeConsent: command({
    does: 'Writes into the ledger what the person answered when WeChat asked for one-time message consent (MS-01)',
    who: 'person',
    input: z.object({
      commandId: z.string().check(z.regex(/^[\w-]{8,64}$/)),
      answers: z.array(z.object({ templateId: z.string(), accepted: z.boolean() })).check(z.maxLength(6)),
    }),
    output: Me,
  }),
  findHomes: query({
    does: 'Homes of an estate by room (3-2-501), phone or name, for intake at the desk',
    who: [
      'receptionist',
      'supervisor',
      'manager',
      'departmentHead',
      'patrol',
      'handler',
      'quality',
      'generalManager',
      'admin',
    ],
    input: z.object({ estateId: EstateId, q: words('查找内容', 1, 40) }),
    output: z.object({
      items: z.array(
        z.object({
          home: HomeView,
          residents: z.array(z.object({ id: PersonId, name: z.string(), phone: z.string() })),
          open: z.int(),
        }),
      ),
    }),
    errors: ['notAllowed'],
  }),
  describeEstates: query({
    does: 'The estates the person belongs to: departments, public places, service phone, emergency numbers, promises',
    who: 'visitor',
    input: z.object({}),
    output: z.object({
      items: z.array(
        z.object({
          id: EstateId,
          name: z.string(),
          servicePhone: z.string(),
          utcOffsetMinutes: z.int(),
          emergency: z.array(z.object({ label: z.string(), phone: z.string() })),
          buildings: z.array(z.string()),
          publicPlaces: z.array(z.string()),
          departments: z.array(z.object({ id: z.string(), name: z.string() })),
          promises: z.array(z.object({ label: z.string(), value: z.string() })),
          /** What a report may hold (IN-01). */
          limits: z.extend(SendingLimits, { leastCharacters: z.int(), mostCharacters: z.int() }),
        }),
      ),
    }),
  }),
} as const;
