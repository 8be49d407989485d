/** One form of a command of a lifecycle: what was typed, what the server says to each field, and sending it exactly once. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { ApiError, errorText } from '../../../services/api-error';
import { newCommandId } from '../../../services/command-id';
import { TEXTS } from './form-texts';
import type { TypedWords } from './typed-words';

/** What is sent with every act. */
export interface Act {
  commandId: string;
  version: number;
}

/** `V`: what the act is on – a complaint, a corrective action – as this person sees it. */
export interface ActFormOptions<V extends { id: string; round: number; version: number }, T, S extends z.ZodMiniType> {
  view: V;
  /** The server took it. */
  onDone: (view: V) => void;
  /** It has moved on meanwhile: say so and read it again. */
  onStale: (text: string) => void;
  memory: TypedWords<T>;
  initial: T;
  schema: S;
  /** The command's input from what was typed. */
  input: (typed: T) => z.input<S>;
  send: (input: z.input<S>, act: Act) => Promise<V>;
  /** What the schema can't know, field → why. */
  check?: (typed: T) => Record<string, string>;
  /** What a refusal means here. */
  refusal: { text: (error: ApiError) => string; isStale: (error: ApiError) => boolean };
}

export interface ActForm<T> {
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

export function useActForm<
  V extends { id: string; round: number; version: number },
  T extends object,
  S extends z.ZodMiniType,
>(options: ActFormOptions<V, T, S>): ActForm<T> {
  const { view, memory, initial, schema, input, send, check, refusal, onDone, onStale } = options;
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
      const after = await send(wanted, { commandId: commandId.current, version: view.version });
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
      const text = refusal.text(error);
      if (refusal.isStale(error)) onStale(text);
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
