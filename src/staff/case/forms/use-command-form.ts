/** One form of a lifecycle command: what was typed, what the server says to each field, and sending it exactly once. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type * as z from 'zod/mini';
import type { ComplaintId } from '../../../../types/ids';
import type { ComplaintView } from '../../../../types/views';
import { ApiError, errorText } from '../../../services/api-error';
import { newCommandId } from '../../../services/command-id';
import { isStale, refusalText } from '../refusal-text';
import { TEXTS } from './form-texts';
import type { TypedWords } from './typed-words';

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

interface Options<T, S extends z.ZodMiniType> extends CommandFormProps {
  memory: TypedWords<T>;
  initial: T;
  schema: S;
  /** The command's input from what was typed. */
  input: (typed: T) => z.input<S>;
  send: (input: z.input<S>, on: OnComplaint) => Promise<ComplaintView>;
  /** What the schema can't know, field → why. */
  check?: (typed: T) => Record<string, string>;
}

export interface CommandForm<T> {
  typed: T;
  change: (part: Partial<T>) => void;
  /** Field → why it can't be sent like this. */
  errors: Readonly<Record<string, string>>;
  /** A refusal that belongs to no field. */
  problem: string;
  sending: boolean;
  /** Something is still on its way that belongs to it, e.g. a photo. */
  hold: (holding: boolean) => void;
  submit: () => void;
}

export function useCommandForm<T extends object, S extends z.ZodMiniType>(options: Options<T, S>): CommandForm<T> {
  const { view, memory, initial, schema, input, send, check, onDone, onStale } = options;
  const client = useQueryClient();
  // What was written in an earlier round doesn't come back in the next.
  const key = `${view.id}#${view.round}`;
  const [typed, setTyped] = useState<T>(() => memory.of(key, initial) ?? initial);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const holding = useRef(false);
  // The same act sent again after a lost answer must not count twice.
  const commandId = useRef(newCommandId());

  const change = (part: Partial<T>) => {
    setTyped((before) => {
      const after = { ...before, ...part };
      memory.keep(key, after);
      return after;
    });
    setProblem('');
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in part))));
  };

  const submit = async () => {
    if (sending) return;
    const wanted = input(typed);
    const found = { ...problemsOf(schema, wanted), ...check?.(typed) };
    setErrors(found);
    // Said again beside the button: the field itself may be out of sight.
    const [wrong = holding.current ? TEXTS.photosOnTheirWay : ''] = Object.values(found);
    setProblem(wrong);
    if (wrong !== '') return;
    setSending(true);
    try {
      const after = await send(wanted, { complaintId: view.id, commandId: commandId.current, version: view.version });
      memory.forget(key);
      onDone(after);
      void client.invalidateQueries();
    } catch (error) {
      if (!(error instanceof ApiError)) {
        setProblem(errorText(error));
        throw error;
      }
      // What was saved first stands; pressing again is another act.
      if (error.code === 'alreadyDone') commandId.current = newCommandId();
      setErrors(error.fields);
      const text = refusalText(error);
      if (isStale(error)) onStale(text);
      else setProblem(Object.values(error.fields)[0] ?? text);
    } finally {
      setSending(false);
    }
  };

  return {
    typed,
    change,
    errors,
    problem,
    sending,
    hold: (on) => {
      holding.current = on;
      if (!on) setProblem('');
    },
    submit: () => void submit(),
  };
}

/** The first complaint of the schema per field. */
export const problemsOf = (schema: z.ZodMiniType, value: unknown): Record<string, string> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return {};
  const found: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    found[field] ??= issue.message;
  }
  return found;
};
