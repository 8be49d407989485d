import * as z from 'zod/mini';
import { command, query } from '../contract';
import { MessageId } from '../ids';
import { InboxMessage, page } from '../views';

export const MESSAGE_PROCEDURES = {
  inbox: query({
    does: 'The messages of the person, newest first; every message is here, whatever WeChat did with it (MS-02)',
    who: 'known',
    input: z.object({ cursor: z.optional(z.string().check(z.maxLength(300))) }),
    output: page(InboxMessage),
  }),
  readMessages: command({
    does: 'Marks messages as read',
    who: 'known',
    input: z.object({ ids: z.array(MessageId).check(z.maxLength(100)) }),
    output: z.object({ unread: z.int() }),
  }),
} as const;
