// What went wrong while the package ran, with the page it happened on.

export interface Problem {
  /** Route of the page on top, empty before the first. */
  page: string;
  /** The element or the hook. */
  where: string;
  what: string;
}

export const problemText = ({ page, where, what }: Problem): string => `${page || '（启动）'} ${where}：${what}`;

export function wordsOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  // Errors of another realm are no instances of this one's Error.
  const [message, stack]: unknown[] = [Reflect.get(thrown, 'message'), Reflect.get(thrown, 'stack')];
  if (typeof message !== 'string') return JSON.stringify(thrown);
  const first = typeof stack === 'string' ? stack.split('\n').find((line) => line.trim().startsWith('at ')) : undefined;
  return first ? `${message}（${first.trim()}）` : message;
}
