import { call } from '../../services/api';

/** PV-03: everything held about the person, part by part, as one text that can be kept. @throws ApiError */
export async function exportedData(): Promise<string> {
  const parts: Record<string, unknown[]> = {};
  let cursor: string | undefined;
  do {
    const page = await call('exportMyData', { cursor });
    parts[page.part] = [...(parts[page.part] ?? []), ...page.items];
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return JSON.stringify(parts, null, 2);
}
