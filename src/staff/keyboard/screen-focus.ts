/** Where the keyboard goes on the page in sight; H5 only. Pages that lie behind stay in the document, without a place on the screen. */

interface OnScreen extends HTMLElement {
  readonly offsetParent: unknown;
  getBoundingClientRect(): { top: number; bottom: number; height: number };
  scrollIntoView(how: { block: 'nearest' }): void;
  matches(selector: string): boolean;
}
declare const document: {
  querySelectorAll(selector: string): Iterable<OnScreen>;
  readonly activeElement: OnScreen | null;
};
declare const innerHeight: number;

const inSight = (selector: string): OnScreen[] =>
  [...document.querySelectorAll(selector)].filter(({ offsetParent }) => offsetParent !== null);

const ROW = '.hs-row__press';
const CHOSEN = '.hs-row.is-chosen .hs-row__press';
const MAIN =
  '.hs-split__bar .hy-button--primary, .hs-split__bar .hy-button, .hy-page__bar .hy-button--primary, .hy-page__bar .hy-button';
const SEARCH = 'input[type="search"]';
const FIELD = 'input, textarea, select, [contenteditable]';

export const isField = (target: unknown): boolean =>
  typeof target === 'object' &&
  target !== null &&
  typeof Reflect.get(target, 'matches') === 'function' &&
  (target as OnScreen).matches(FIELD);

export const dialogIsOpen = (): boolean => inSight('[role="dialog"]').length > 0;

/** To the row after or before the one in focus, else the chosen one, else the first on the screen. */
export function moveInList(by: 1 | -1): void {
  const rows = inSight(ROW);
  const at = document.activeElement === null ? -1 : rows.indexOf(document.activeElement);
  const [chosen] = inSight(CHOSEN);
  const visible = rows.find((row) => {
    const { top, bottom, height } = row.getBoundingClientRect();
    return top >= 0 && bottom - height / 2 <= innerHeight;
  });
  const to = at >= 0 ? rows[at + by] : (chosen ?? visible ?? rows[0]);
  to?.focus();
  to?.scrollIntoView({ block: 'nearest' });
}

/** To the main button of what is open; pressing it stays the person's. */
export const focusMain = (): void => {
  const buttons = inSight(MAIN);
  (buttons.find((button) => button.matches('.hy-button--primary')) ?? buttons[0])?.focus();
};

/** @returns whether this page has something to search in */
export function focusSearch(): boolean {
  const [field] = inSight(SEARCH);
  field?.focus();
  return field !== undefined;
}
