import { page } from './page';

const asScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/**
 * Takes up a person's phone in this browser: what the pages keep in the browser's storage (session, drafts) is laid
 * aside for the person before and brought back for the one who comes, as if each had a device of their own.
 * @param to path on this server
 */
export function enterPage(before: string | undefined, person: string, to: string): string {
  const script = `
    const before = ${asScript(before ?? null)}, person = ${asScript(person)};
    const shelf = (key) => 'local-cloud:phone:' + key;
    if (before !== person) {
      const kept = {};
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith('local-cloud:')) continue;
        kept[key] = localStorage.getItem(key);
        localStorage.removeItem(key);
      }
      sessionStorage.clear();
      if (before !== null) localStorage.setItem(shelf(before), JSON.stringify(kept));
      const own = JSON.parse(localStorage.getItem(shelf(person)) || '{}');
      for (const key of Object.keys(own)) localStorage.setItem(key, own[key]);
      localStorage.removeItem(shelf(person));
    }
    location.replace(${asScript(to)});`;
  return page('正在进入', `<p class="quiet">正在进入……</p><script>${script}</script>`);
}
