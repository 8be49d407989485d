// wx.createSelectorQuery. There is no layout here: every element is as wide as the screen and 200 high.
import type { Element } from 'glass-easel';
import type { Realm } from '../runtime/realm';
import { select, type Tagged, tagOf } from '../runtime/tree';
import { canvasNode } from './canvas';
import { windowInfo } from './phone';

const HEIGHT = 200;

type Fields = Record<string, unknown>;
type Callback = ((result: unknown) => void) | undefined;

/** `root`: what the query looks in; undefined while no page is open. */
export function createSelectorQuery(realm: Realm, root: () => Element | undefined) {
  const asked: { answer: () => unknown; callback: Callback }[] = [];

  const about = (element: Tagged, fields: Fields): unknown => {
    const { windowWidth } = windowInfo();
    const rectangle = { left: 0, top: 0, right: windowWidth, bottom: HEIGHT };
    const plain = realm.value({
      ...(fields['id'] ? { id: element.id } : {}),
      ...(fields['dataset'] ? { dataset: element.dataset } : {}),
      ...(fields['rect'] ? rectangle : {}),
      ...(fields['size'] ? { width: windowWidth, height: HEIGHT } : {}),
      ...(fields['scrollOffset'] ? { scrollLeft: 0, scrollTop: 0 } : {}),
    });
    // The canvas is a thing to draw on, not data.
    return fields['node'] && tagOf(element) === 'canvas' ? Object.assign(Object(plain), { node: canvasNode() }) : plain;
  };

  const found = (find: (fields: Fields) => unknown) => {
    const ask = (fields: Fields, callback: Callback) => {
      asked.push({ answer: () => find(fields), callback });
      return query;
    };
    return {
      fields: ask,
      boundingClientRect: (callback?: Callback) => ask({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => ask({ id: true, dataset: true, scrollOffset: true }, callback),
      node: (callback?: Callback) => ask({ node: true }, callback),
    };
  };
  const all = (selector: string): Tagged[] => {
    const from = root();
    return from === undefined ? [] : select(from, selector);
  };

  const query = {
    in: () => query,
    select: (selector: string) =>
      found((fields) => {
        const [first] = all(selector);
        return first === undefined ? null : about(first, fields);
      }),
    selectAll: (selector: string) => found((fields) => all(selector).map((element) => about(element, fields))),
    selectViewport: () =>
      found(() => {
        const { windowWidth: width, windowHeight: height } = windowInfo();
        return realm.value({ left: 0, top: 0, width, height, scrollLeft: 0, scrollTop: 0 });
      }),
    exec: (callback?: Callback) => {
      setTimeout(() =>
        realm.call('createSelectorQuery', () => {
          const results = asked.map(({ answer, callback: each }) => {
            const result = answer();
            each?.(result);
            return result;
          });
          callback?.(realm.array(results));
        }),
      );
      return query;
    },
  };
  return query;
}
