// Names for elements, to speak of them over the wire.
import { Element } from 'glass-easel';
import type { Page } from '../runtime/mini-program';
import type { Tagged } from '../runtime/tree';

export class ElementIds {
  readonly #ids = new Map<Tagged, string>();
  readonly #elements = new Map<string, Tagged>();

  of(element: Tagged): string {
    const known = this.#ids.get(element);
    if (known !== undefined) return known;
    const id = `e${this.#ids.size + 1}`;
    this.#ids.set(element, id);
    this.#elements.set(id, element);
    return id;
  }

  /** @throws when it is gone from the page */
  find(id: string, { route }: Page): Tagged {
    const element = this.#elements.get(id);
    if (element === undefined || !Element.isAttached(element)) throw new Error(`${route}：元素 ${id} 已经不在页面上`);
    return element;
  }
}
