// What WeChat's search may index is said, and in words it understands.
import { pagesOf, type Package } from '../mini-package';
import { checkKeys } from './check-keys';
import { SITEMAP, SITEMAP_RULE } from './configuration-keys';
import type { GateProblem } from './problem';

export function sitemap(pack: Package): GateProblem[] {
  const file = pack.app.sitemapLocation;
  if (file === undefined) return [{ file: 'app.json', where: 'sitemapLocation', what: '没有写：微信会收录所有页面' }];
  const [found] = pack.ending(file).filter((each) => each.file === file);
  if (found === undefined) return [{ file: 'app.json', where: 'sitemapLocation', what: `文件不存在 ${file}` }];
  const map: { rules?: { page?: string }[] } = JSON.parse(found.text);
  const pages = pagesOf(pack.app);
  return [
    ...checkKeys(file, '', map, SITEMAP),
    ...(map.rules?.length ? [] : [{ file, where: 'rules', what: '没有规则：微信会收录所有页面' }]),
    ...(map.rules ?? []).flatMap((rule, index) => [
      ...checkKeys(file, `rules[${index}]`, rule, SITEMAP_RULE),
      ...(rule.page === undefined || (rule.page !== '*' && !pages.includes(rule.page.replace(/^\//, '')))
        ? [{ file, where: `rules[${index}].page`, what: `没有这一页 ${rule.page ?? ''}` }]
        : []),
    ]),
  ];
}
