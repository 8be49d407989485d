// Somebody with the mini program in their hand, by miniprogram-automator: the same against the runtime and DevTools.
import type { default as AutomatorElement } from 'miniprogram-automator/out/Element';
import type { default as AutomatedProgram } from 'miniprogram-automator/out/MiniProgram';
import { looksOf } from './looks';

type Words = string | RegExp;
type Where = { $$(selector: string): Promise<AutomatorElement[]> };

/** Cold functions on a slow machine take their time; what is waited for comes much sooner. */
const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 40;
const STILL_LOOKS = 3;

/** What holds a choice of one: chips, faces, halves. */
const GROUPS = '.hy-chips, .hy-faces, .hs-halves, .hy-survey__pair';
const CHOSEN = '，已选中';

export class Phone {
  readonly name: string;
  readonly program: AutomatedProgram;
  readonly #patienceMs: number;

  constructor(name: string, program: AutomatedProgram, patienceMs = PATIENCE_MS) {
    this.name = name;
    this.program = program;
    this.#patienceMs = patienceMs;
  }

  /** Closes everything and opens this page. */
  async open(url: string): Promise<void> {
    await this.program.callWxMethod('reLaunch', { url });
  }

  /** Pulls the page down, to see it as it stands now. */
  async pullDown(): Promise<void> {
    await this.program.callWxMethod('startPullDownRefresh', {});
  }

  /** Waits until the page no longer loads, and no other page takes its place: the start leads staff on to their desk. */
  async rests(): Promise<void> {
    let before = '';
    let still = 0;
    await this.#until('页面加载完', async () => {
      const page = await this.#page();
      const now = `${page.path}\n${await this.words()}`;
      const quiet = now === before && (await page.$$('.hy-skeleton')).length === 0;
      before = now;
      still = quiet ? still + 1 : 0;
      return still >= STILL_LOOKS ? true : undefined;
    });
  }

  async isOn(path: string): Promise<void> {
    await this.#until(`页面 ${path}`, async () => ((await this.#page()).path === path ? true : undefined));
  }

  /** Presses what has this name: its label, or the words on it. In a panel, when one lies over the page. */
  async press(name: Words): Promise<void> {
    const found = await this.#until(`可按的“${name}”`, async () => {
      for (const element of await (await this.#front()).$$('.hy-pressable')) {
        if (fits(await nameOf(element), name) && !/is-disabled/.test(await element.attribute('class'))) return element;
      }
      return undefined;
    });
    await found.tap();
  }

  /** Whether something with this name can be pressed now. */
  async canPress(name: Words): Promise<boolean> {
    for (const element of await (await this.#front()).$$('.hy-pressable'))
      if (fits(await nameOf(element), name)) return true;
    return false;
  }

  /** Writes into the field with this label. */
  async write(label: string, text: string): Promise<void> {
    const field = await this.#field(label);
    if (!('input' in field) || typeof field.input !== 'function') throw new Error(`${label} 不能输入`);
    await field.input(text);
  }

  async valueOf(label: string): Promise<string> {
    return String(await (await this.#field(label)).value());
  }

  /** Chooses one of the chips, faces or halves under a label. */
  async choose(label: string, option: Words): Promise<void> {
    const found = await this.#until(`“${label}”里的“${option}”`, async () => {
      for (const group of await (await this.#front()).$$(GROUPS)) {
        if ((await group.attribute('aria-label')) !== label) continue;
        for (const element of (await group.$$('.hy-pressable')) as AutomatorElement[])
          if (fits(await nameOf(element), option)) return element;
      }
      return undefined;
    });
    await found.tap();
  }

  /** Waits until the words stand on the page. */
  async sees(words: Words): Promise<string> {
    return this.#until(`文字“${words}”`, async () => found(await this.words(), words));
  }

  async seesNoLonger(words: Words): Promise<void> {
    await this.#until(`“${words}”不再出现`, async () =>
      found(await this.words(), words) === undefined ? true : undefined,
    );
  }

  /** Waits for the short message. */
  async hears(words: Words): Promise<void> {
    await this.#until(`提示“${words}”`, async () => {
      for (const toast of await (await this.#page()).$$('.hy-toast'))
        if (found(await toast.text(), words) !== undefined) return true;
      return undefined;
    });
  }

  /** Adds a photo from the album and waits until it has arrived. */
  async addPhoto(): Promise<void> {
    const before = await this.#photos();
    await this.press('添加照片');
    await this.#until('照片传完', async () => {
      const front = await this.#front();
      const arrived = (await this.#photos()) === before + 1;
      return arrived && (await front.$$('.hy-photo--sending')).length === 0 ? true : undefined;
    });
  }

  /** Draws a line on the canvas with this id until the page took it, and so says these words; a pen that comes late misses the first. */
  async draws(canvas: string, taken: Words): Promise<void> {
    await this.#until(`画布 ${canvas} 上的笔画`, async () => {
      const paper = (await (await this.#front()).$$(canvas))[0];
      if (paper !== undefined) await this.#stroke(paper);
      return found(await this.words(), taken);
    });
  }

  async #stroke(paper: AutomatorElement): Promise<void> {
    const at = (x: number, y: number) => {
      const touch = { identifier: 0, pageX: x, pageY: y, clientX: x, clientY: y, x, y };
      return { touches: [touch], changedTouches: [touch] };
    };
    await paper.touchstart(at(40, 30));
    for (const [x, y] of [
      [70, 60],
      [110, 25],
      [150, 70],
    ] as const)
      await paper.touchmove(at(x, y));
    await paper.touchend(at(150, 70));
  }

  /** All words of the page on top. */
  async words(): Promise<string> {
    const bodies = await (await this.#page()).$$('.hy-page');
    return (await Promise.all(bodies.map((body: AutomatorElement) => body.text()))).join('\n');
  }

  async #page() {
    const page = await this.program.currentPage();
    if (page === undefined) throw new Error(`${this.name}：没有打开的页面`);
    return page;
  }

  async #front(): Promise<Where> {
    const page = await this.#page();
    const panels: AutomatorElement[] = await page.$$('.hy-modal__box');
    return panels.at(-1) ?? page;
  }

  async #field(label: string): Promise<AutomatorElement> {
    return this.#until(`输入框“${label}”`, async () => {
      for (const element of await (await this.#front()).$$('input, textarea'))
        if ((await element.attribute('aria-label')) === label) return element;
      return undefined;
    });
  }

  async #photos(): Promise<number> {
    return (await (await this.#front()).$$('.hy-photo__press')).length;
  }

  async #until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const until = Date.now() + this.#patienceMs;
    let last: unknown;
    while (Date.now() < until) {
      try {
        const seen = await look();
        if (seen !== undefined) return seen;
      } catch (error) {
        // The page may have been drawn anew while it was looked at.
        last = error;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    const why = last instanceof Error ? `（${last.message}）` : '';
    throw new Error(`${this.name} 没有等到${what}${why}\n${await looksOf(this.program)}`);
  }
}

/** What a screen reader calls it; without a label, the words on it. */
async function nameOf(element: AutomatorElement): Promise<string> {
  const label = await element.attribute('aria-label');
  return (label || (await element.text())).replace(CHOSEN, '');
}

const fits = (text: string, words: Words): boolean => (typeof words === 'string' ? text === words : words.test(text));

function found(text: string, words: Words): string | undefined {
  if (typeof words === 'string') return text.includes(words) ? words : undefined;
  return words.exec(text)?.[0];
}
