// The rows of a JSONL file: what can be filed, and what can't with its line.
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

const Row = z.object({
  id: z.optional(z.union([z.string(), z.number()])),
  text: z.optional(z.string()),
  title: z.optional(z.string()),
});

export interface ReplayRow {
  line: number;
  id: string;
  text: string;
  /** The same for the same row of the same file, whenever it is replayed. */
  commandId: string;
}

export interface BadRow {
  line: number;
  why: string;
}

export function rowsOf(content: string): { rows: ReplayRow[]; bad: BadRow[] } {
  const file = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const rows: ReplayRow[] = [];
  const bad: BadRow[] = [];
  const seen = new Map<string, number>();
  content.split(/\r?\n/).forEach((written, index) => {
    const line = index + 1;
    if (written.trim() === '') return;
    const parsed = Row.safeParse(jsonOrNull(written));
    if (!parsed.success) {
      bad.push({ line, why: '不是 JSON 对象，或 id、text、title 的类型不对' });
      return;
    }
    const id = String(parsed.data.id ?? `line-${line}`);
    const text = parsed.data.text?.trim() || parsed.data.title?.trim() || '';
    const before = seen.get(id);
    if (text === '') bad.push({ line, why: '没有 text，也没有 title' });
    else if (before !== undefined) bad.push({ line, why: `id ${id} 与第 ${before} 行重复` });
    else {
      seen.set(id, line);
      const commandId = `replay-${createHash('sha256').update(`${file}|${id}`).digest('hex').slice(0, 32)}`;
      rows.push({ line, id, text, commandId });
    }
  });
  return { rows, bad };
}

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
