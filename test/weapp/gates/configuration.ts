// app.json and the JSON of every page and component: only keys that WeChat knows, only values it takes.
import { pagesOf, type Package } from '../mini-package';
import { checkKeys } from './check-keys';
import { APP, COMPONENT, NETWORK_TIMEOUT, PAGE, SUB_PACKAGE, WINDOW } from './configuration-keys';
import type { GateProblem } from './problem';

/** Not of the package's pages: what DevTools reads, and what has a gate of its own. */
const OF_ITS_OWN = (pack: Package) => ['app.json', 'project.config.json', pack.app.sitemapLocation];

export function configuration(pack: Package): GateProblem[] {
  const pages = pagesOf(pack.app);
  const beside = pack
    .ending('.json')
    .filter(({ file }) => !OF_ITS_OWN(pack).includes(file))
    .flatMap(({ file, text }) =>
      checkKeys(file, '', JSON.parse(text), pages.includes(file.slice(0, -'.json'.length)) ? PAGE : COMPONENT),
    );
  return [...appJson(pack), ...beside];
}

function appJson({ app }: Package): GateProblem[] {
  const written: Record<string, unknown> = app;
  const part = (key: string, keys: typeof APP) =>
    written[key] === undefined ? [] : checkKeys('app.json', key, written[key], keys);
  return [
    ...checkKeys('app.json', '', app, APP),
    ...part('window', WINDOW),
    ...part('networkTimeout', NETWORK_TIMEOUT),
    ...(app.subPackages ?? []).flatMap((each, index) =>
      checkKeys('app.json', `subPackages[${index}]`, each, SUB_PACKAGE),
    ),
    ...(app.lazyCodeLoading === undefined
      ? [{ file: 'app.json', where: 'lazyCodeLoading', what: '没有写：每次启动都会载入所有页面的代码' }]
      : []),
  ];
}
