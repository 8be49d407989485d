/**
 * One JSON line per event with the request id, so that a person's “出错了” can be found. Ids, codes and counts only:
 * names, phones, texts and tokens never go into a log.
 */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `thrown` is written with its stack and its causes. */
  error(event: string, thrown: unknown, fields?: LogFields): void;
}

/** The message and stack of anything thrown, and of what caused it. */
export const describeThrown = (thrown: unknown): string => {
  if (!(thrown instanceof Error)) return String(thrown);
  const own = thrown.stack ?? `${thrown.name}: ${thrown.message}`;
  return thrown.cause === undefined ? own : `${own}\ncaused by ${describeThrown(thrown.cause)}`;
};

/** @param write takes one line; the platform collects what a function prints. */
export const logOf = (requestId: string, write: (line: string) => void = (line) => console.info(line)): Log => {
  const line = (level: 'info' | 'warn' | 'error', event: string, fields: LogFields) =>
    write(JSON.stringify({ level, event, requestId, ...fields }));
  return {
    info: (event, fields = {}) => line('info', event, fields),
    warn: (event, fields = {}) => line('warn', event, fields),
    error: (event, thrown, fields = {}) => line('error', event, { ...fields, thrown: describeThrown(thrown) }),
  };
};
