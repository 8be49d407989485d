// Selectors and rules that WeChat's style sheets don't take: runs on every machine, beside WeChat's own compiler.
// https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
import postcss from 'postcss';
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[\s>+,(])\*/, '通配选择器 *'],
  [/~(?!=)/, '兄弟选择器 ~'],
  [/&/, '嵌套选择器 &'],
  [/\\/, '带转义的类名'],
];
const REFUSED_RULES = ['layer', 'container'];

export function selectors(pack: Package): GateProblem[] {
  return pack.ending('.wxss').flatMap(({ file, text }) => {
    const found: GateProblem[] = [];
    try {
      const root = postcss.parse(text, { from: file });
      root.walkRules((rule) => {
        if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) return;
        const bare = rule.selector.replace(/\[[^\]]*\]/g, '');
        for (const [pattern, what] of REFUSED) {
          if (pattern.test(bare)) found.push({ file, where: rule.selector, what: `微信的样式不支持${what}` });
        }
      });
      root.walkAtRules((rule) => {
        if (REFUSED_RULES.includes(rule.name)) {
          found.push({ file, where: `@${rule.name}`, what: '微信的样式不支持这条规则' });
        }
      });
    } catch (error) {
      found.push({ file, where: '', what: `样式读不出来：${error instanceof Error ? error.message : error}` });
    }
    return found;
  });
}
