// The templates as glass-easel, WeChat's newer component framework, reads them: runs on every machine.
import type { Package } from '../mini-package';
import { isBuiltIn } from '../runtime/built-in-elements';
import { compileTemplates } from '../runtime/templates';
import type { GateProblem } from './problem';

export function templates(pack: Package): GateProblem[] {
  const { problems, attributesByTag } = compileTemplates(pack.folder);
  const own = new Set(pack.ending('.json').flatMap(({ text }) => Object.keys(JSON.parse(text).usingComponents ?? {})));
  const unknown = [...attributesByTag.keys()].filter((tag) => !isBuiltIn(tag) && !own.has(tag));
  return [
    ...problems.map((problem) => {
      const [file = '', ...words] = problem.split(': ');
      return { file, where: '', what: words.join(': ') };
    }),
    ...unknown.map((tag) => ({ file: '模板', where: `<${tag}>`, what: '不认识的标签' })),
  ];
}
