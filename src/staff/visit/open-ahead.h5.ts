/** A page as Taro's router knows it. */
interface Route {
  path?: string;
  load?: (context: object, parameters: object) => readonly unknown[];
}
declare const window: { readonly ['__taroAppConfig']?: { readonly routes?: readonly Route[] } };

/** Fetches these pages while there is signal, so that they open where there is none (CB-04). What can't be had now is asked for when it is opened. */
export function openAhead(pages: readonly string[]): void {
  for (const { path, load } of window['__taroAppConfig']?.routes ?? []) {
    if (path === undefined || load === undefined || !pages.includes(path)) continue;
    const [page] = load({}, {});
    void Promise.resolve(page).catch(() => undefined);
  }
}
