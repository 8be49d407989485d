// What a thumb has to hit, measured in the page. As text, since the project compiles without the browser's types.

/** CSS pixels a target measures at least, each way: as in tokens.scss `--touch`. */
export const LEAST_TARGET = { normal: 44, large: 60 } as const;

const PRESSED =
  'button, a[href], input, textarea, select, summary, [role=button], [role=link], [role=radio], [role=checkbox], [role=switch], [role=tab], [role=option], [role=menuitem], [role=combobox]';

/**
 * A script that answers which of the visible targets are smaller than `least`, each by its name and size. A box that is
 * smaller than what can be hit is asked point by point, since some reach beyond their looks.
 */
export const smallTargets = (least: number): string => `(() => {
  const need = ${least} - 0.5;
  const named = (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().slice(0, 24) || each.className;
  // A link in a sentence is as high as its line (WCAG 2.5.8, “inline”).
  const inSentence = (each) => each.tagName === 'A' && getComputedStyle(each).display === 'inline';
  const unseen = (each) => each.closest('[aria-hidden=true], .hy-hidden') !== null || !each.checkVisibility({ checkVisibilityCSS: true });
  const reach = (each) => {
    each.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = each.getBoundingClientRect();
    const [x, y, half] = [left + width / 2, top + height / 2, need / 2 - 1];
    const hits = (dx, dy) => {
      const there = document.elementFromPoint(x + dx, y + dy);
      return there !== null && each.contains(there);
    };
    return (width >= need || (hits(-half, 0) && hits(half, 0))) && (height >= need || (hits(0, -half) && hits(0, half)));
  };
  return [...document.querySelectorAll(${JSON.stringify(PRESSED)})]
    .filter((each) => !unseen(each) && !inSentence(each))
    .filter((each) => {
      const { width, height } = each.getBoundingClientRect();
      return (width < need || height < need) && width > 0 && !reach(each);
    })
    .map((each) => {
      const { width, height } = each.getBoundingClientRect();
      return named(each) + ' ' + Math.round(width) + '×' + Math.round(height);
    });
})()`;
