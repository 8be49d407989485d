/** A page as Taro's router knows it. */
interface Route {
  path?: string;
  load?: (context: object, parameters: object) => readonly unknown[];
}
declare const window: { readonly ['__taroAppConfig']?: { readonly routes?: readonly Route[] } };

/**
 * Fetches these pages while there is signal, so that they open where there is none (CB-04).
 * @returns whether all are here; what isn't is asked for when it is opened. Never throws.
 */
export async function openAhead(pages: readonly string[]): Promise<boolean> {
  const routes = window['__taroAppConfig']?.routes ?? [];
  const fetched = pages.map(async (wanted) => {
    const [page] = routes.find(({ path }) => path === wanted)?.load?.({}, {}) ?? [];
    await page;
    return page !== undefined;
  });
  return (await Promise.all(fetched).catch(() => [false])).every(Boolean);
}
