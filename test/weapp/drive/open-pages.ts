// Opens every page by miniprogram-automator, one after another: what boot.ts does, for where only the wire is open.
import type { Boot } from '../boot';
import type { Phone } from './phone';

export async function openPages(phone: Phone, routes: readonly string[], query: string): Promise<Boot> {
  const words = new Map<string, string>();
  const problems: string[] = [];
  for (const route of routes) {
    try {
      await phone.open(`/${route}${query}`);
      await phone.rests();
      const shown = await phone.words();
      words.set(route, shown);
      if (shown.trim() === '') problems.push(`${route}：页面是空的`);
    } catch (error) {
      problems.push(`${route}：${error instanceof Error ? error.message : error}`);
    }
  }
  return { words, problems };
}
