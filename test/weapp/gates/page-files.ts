// Every page that app.json names is there with its three files, and belongs to one package.
import { pagesOf, type Package } from '../mini-package';
import type { GateProblem } from './problem';

const KINDS = ['.js', '.wxml', '.json'];

export function pageFiles(pack: Package): GateProblem[] {
  const pages = pagesOf(pack.app);
  const missing = [...new Set(pages)].flatMap((page) =>
    KINDS.filter((kind) => !pack.has(page + kind)).map((kind) => ({
      file: 'app.json',
      where: page,
      what: `缺少页面文件 ${page}${kind}`,
    })),
  );
  const twice = [...new Set(pages.filter((page, index) => pages.indexOf(page) !== index))];
  const roots = (pack.app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'));
  return [
    ...(pages.length === 0 ? [{ file: 'app.json', where: 'pages', what: '一个页面也没有' }] : []),
    ...missing,
    ...twice.map((page) => ({ file: 'app.json', where: page, what: '这一页登记了两次' })),
    ...pack.app.pages
      .filter((page) => roots.some((root) => page.startsWith(root)))
      .map((page) => ({ file: 'app.json', where: page, what: '主包的页面放在分包的目录里' })),
  ];
}
