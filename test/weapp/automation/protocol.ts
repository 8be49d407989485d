// What the automation protocol of WeChat's DevTools asks for, done on the runtime. Frames: see bridge.ts.
import { moveFinger, send, tap, type } from '../runtime/gestures';
import type { MiniProgram, Page } from '../runtime/mini-program';
import { wordsOf } from '../runtime/problems';
import { attributeOf, markupOf, propertyOf, select, type Tagged, tagOf, textOf } from '../runtime/tree';
import { BASE_LIBRARY } from '../wx/phone';
import { ElementIds } from './element-ids';

export type Parameters = Record<string, unknown>;
export type Methods = Record<string, (parameters: Parameters) => unknown>;
type Emit = (method: string, parameters: Parameters) => void;

const WIDTH = 390;

/** The methods by name; `emit` sends what nobody asked for: logs and calls of exposed functions. */
export function protocolOf(program: MiniProgram, emit: Emit): Methods {
  const ids = new ElementIds();
  const { realm, wx, router } = program;
  const realmValues = (values: unknown): unknown[] =>
    (Array.isArray(values) ? values : []).map((value) => realm.value(value));

  const pageOf = ({ pageId }: Parameters): Page =>
    router.stack.find(({ id }) => id === pageId) ?? fail(`页面 ${pageId} 已经关闭`);
  const elementOf = (parameters: Parameters): Tagged => ids.find(String(parameters['elementId']), pageOf(parameters));
  const treeOf = (page: Page) => page.root.getShadowRoot() ?? page.root;
  const described = (element: Tagged) => ({ elementId: ids.of(element), tagName: tagOf(element) });
  const first = (elements: Tagged[], { selector }: Parameters) => {
    const [element] = elements;
    return element === undefined ? fail(`没有元素 ${selector}`) : described(element);
  };
  const pageInfo = ({ id, route, query }: Page) => ({ pageId: id, path: route, query });
  const named = ({ names }: Parameters, of: (name: string) => unknown) =>
    (Array.isArray(names) ? names : []).map((name) => of(String(name)) ?? '');

  const elementFunctions: Record<string, (element: Tagged, args: unknown[]) => unknown> = {
    'input.input': (element, [text]) => type(element, String(text)),
    'textarea.input': (element, [text]) => type(element, String(text)),
    'switch.tap': (element) => send(element, 'change', { value: propertyOf(element, 'checked') !== true }),
  };

  return {
    'Tool.getInfo': () => ({ SDKVersion: BASE_LIBRARY }),
    'Tool.close': () => ({}),
    'App.exit': () => ({}),
    'App.enableLog': () => {
      program.onConsole = (level, words) => emit('App.logAdded', { type: level, args: [words] });
      return {};
    },
    'App.getPageStack': () => ({ pageStack: router.stack.map(pageInfo) }),
    'App.getCurrentPage': () => (router.top ? pageInfo(router.top) : fail('没有打开的页面')),
    'App.callWxMethod': async ({ method, args }) => {
      const call: unknown = Reflect.get(wx.object, String(method));
      if (typeof call !== 'function') return fail(`wx.${method} 不是函数`);
      return { result: await call(...realmValues(args)) };
    },
    'App.mockWxMethod': ({ method, functionDeclaration, result, args }) => {
      const extra = realmValues(args);
      if (functionDeclaration !== undefined) {
        const made = realm.evaluate(`() => (${functionDeclaration})`);
        wx.mock(String(method), function (this: unknown, ...given) {
          return typeof made === 'function' ? made.call(this, ...given, ...extra) : fail('不是函数');
        });
      } else wx.mock(String(method), result === undefined ? null : () => result);
      return {};
    },
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await realm.evaluate(String(functionDeclaration), ...realmValues(args)),
    }),
    'App.addBinding': ({ name }) => {
      realm.global[String(name)] = (...args: unknown[]) => emit('App.bindingCalled', { name, args });
      return {};
    },

    'Page.getElement': (asked) => first(select(treeOf(pageOf(asked)), String(asked['selector'])), asked),
    'Page.getElements': (asked) => ({
      elements: select(treeOf(pageOf(asked)), String(asked['selector'])).map(described),
    }),
    'Page.getData': (asked) => ({ data: pageOf(asked).root.data }),
    'Page.callMethod': (asked) => {
      pageOf(asked).run(String(asked['method']), realmValues(asked['args'])[0]);
      return {};
    },
    'Page.getWindowProperties': (asked) => ({ properties: named(asked, () => 0) }),

    'Element.getElement': (asked) => first(select(elementOf(asked), String(asked['selector'])), asked),
    'Element.getElements': (asked) => ({
      elements: select(elementOf(asked), String(asked['selector'])).map(described),
    }),
    'Element.getWXML': (asked) => ({ wxml: markupOf(elementOf(asked)) }),
    'Element.getDOMProperties': (asked) => {
      const element = elementOf(asked);
      return { properties: named(asked, (name) => (name === 'innerText' ? textOf(element) : WIDTH)) };
    },
    'Element.getAttributes': (asked) => {
      const element = elementOf(asked);
      return { attributes: named(asked, (name) => attributeOf(element, name)) };
    },
    'Element.getProperties': (asked) => {
      const element = elementOf(asked);
      const shown = (name: string) =>
        name === '__propPublic'
          ? Object.fromEntries(Object.keys(element.data).map((property) => [property, true]))
          : propertyOf(element, name);
      return { properties: named(asked, shown) };
    },
    'Element.getOffset': () => ({ left: 0, top: 0 }),
    'Element.tap': (asked) => tap(elementOf(asked)),
    'Element.touchstart': (asked) => moveFinger(elementOf(asked), 'touchstart', asked['touches']),
    'Element.touchmove': (asked) => moveFinger(elementOf(asked), 'touchmove', asked['touches']),
    'Element.touchend': (asked) => moveFinger(elementOf(asked), 'touchend', asked['changedTouches']),
    'Element.triggerEvent': (asked) =>
      send(elementOf(asked), String(asked['type']), realm.value(asked['detail'] ?? {})),
    'Element.callFunction': (asked) => {
      const run = elementFunctions[String(asked['functionName'])] ?? fail(`没有 ${asked['functionName']}`);
      return { result: run(elementOf(asked), Array.isArray(asked['args']) ? asked['args'] : []) };
    },
  };
}

function fail(why: string): never {
  throw new Error(why);
}

/** The words of a refusal, for the frame that carries it. */
export const refusalWords = (thrown: unknown): string => {
  const errMsg: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'errMsg') : undefined;
  return typeof errMsg === 'string' ? errMsg : wordsOf(thrown);
};
