/** A command's form on a complaint. */
import type * as z from 'zod/mini';
import type { ComplaintId } from '../../../../types/ids';
import type { ComplaintView } from '../../../../types/views';
import { isStale, refusalText } from '../refusal-text';
import { type ActForm, type ActFormOptions, useActForm } from './use-act-form';

/** What every form of a command gets from the case. */
export interface CommandFormProps {
  view: ComplaintView;
  /** The server took it. */
  onDone: (view: ComplaintView) => void;
  /** The complaint has moved on: say so, read it again, and keep this form open if its command is still possible. */
  onStale: (text: string) => void;
}

/** The envelope every command travels in. */
export interface OnComplaint {
  complaintId: ComplaintId;
  commandId: string;
  version: number;
}

export type CommandForm<T> = ActForm<T>;

interface Options<T, S extends z.ZodMiniType> extends Omit<ActFormOptions<ComplaintView, T, S>, 'send' | 'refusal'> {
  send: (input: z.input<S>, on: OnComplaint) => Promise<ComplaintView>;
}

export const useCommandForm = <T extends object, S extends z.ZodMiniType>({
  send,
  ...options
}: Options<T, S>): CommandForm<T> =>
  useActForm({
    ...options,
    send: (input, act) => send(input, { complaintId: options.view.id, ...act }),
    refusal: { text: refusalText, isStale },
  });
