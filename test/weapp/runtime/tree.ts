// Looking at what glass-easel has rendered: children, text, selectors, markup.
import { Component, type Element, type GeneralComponent, type Node, TextNode, VirtualNode } from 'glass-easel';
import { isBuiltIn } from './built-in-elements';

/** A node that a page author wrote: an element with a tag. */
export type Tagged = GeneralComponent;

const isText = (node: Node): node is TextNode => TextNode.isTextNode(node);
const isComponent = (node: Node): node is Tagged => Component.isComponent(node);

/** The tag of a built-in element, or the path of a component of the package. */
export const tagOf = (element: Tagged): string => element.is;

/** What is drawn inside an element: virtual nodes and hosts of the package's own components are looked through. */
function drawnIn(node: Element): Node[] {
  const inside = isComponent(node) && !isBuiltIn(tagOf(node)) ? [node.getShadowRoot() ?? node] : [node];
  return inside.flatMap((element) => element.childNodes).flatMap((child) => (opens(child) ? drawnIn(child) : [child]));
}

function opens(node: Node): node is Element {
  return !isText(node) && (VirtualNode.isVirtualNode(node) || (isComponent(node) && !isBuiltIn(tagOf(node))));
}

/** As `page.$$` sees them: it doesn't look into components of the package (Taro's `comp`, from 15 levels on). */
function* selectable(node: Element): Generator<Tagged> {
  for (const child of node.childNodes) {
    if (isText(child)) continue;
    const tagged = isComponent(child);
    if (tagged && !isBuiltIn(tagOf(child))) continue;
    if (tagged) yield child;
    yield* selectable(child);
  }
}

const BLOCK = new Set(['view', 'scroll-view', 'form', 'textarea', 'input', 'picker', 'button', 'image', 'canvas']);

/** The words of an element as WebView's `innerText` gives them: blocks stand on lines of their own. */
export function textOf(element: Element): string {
  return rawText(element)
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

function rawText(element: Element): string {
  return drawnIn(element)
    .map((node) => {
      if (isText(node)) return node.textContent;
      if (!isComponent(node)) return '';
      return BLOCK.has(tagOf(node)) ? `\n${rawText(node)}\n` : rawText(node);
    })
    .join('');
}

interface Compound {
  tag: string;
  id: string;
  classes: string[];
  attributes: { name: string; value: string }[];
  child: boolean;
}

const COMPOUND = /^([a-z][\w-]*)?((?:[.#][\w-]+|\[[\w-]+="[^"]*"\])*)$/i;

/** @throws for what is no simple selector: tags, #ids, .classes and [attribute="value"], nested by space and `>` */
export function select(root: Element, selector: string): Tagged[] {
  const alternatives = selector.split(',').map((part) => parse(part.trim(), selector));
  return [...selectable(root)].filter((element) => alternatives.some((compounds) => matches(element, compounds, root)));
}

function parse(text: string, whole: string): Compound[] {
  let child = false;
  const compounds: Compound[] = [];
  for (const word of text.replace(/\s*>\s*/g, ' > ').match(/(?:\[[^\]]*\]|[^\s])+/g) ?? []) {
    if (word === '>') {
      child = true;
      continue;
    }
    const [, tag = '', rest = ''] = COMPOUND.exec(word) ?? refuse(whole);
    const marks = rest.match(/[.#][\w-]+|\[[^\]]*\]/g) ?? [];
    compounds.push({
      tag,
      id: marks.find((mark) => mark.startsWith('#'))?.slice(1) ?? '',
      classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
      attributes: marks.flatMap((mark) => {
        const [, name, value] = /^\[([\w-]+)="(.*)"\]$/.exec(mark) ?? [];
        return name === undefined || value === undefined ? [] : [{ name, value }];
      }),
      child,
    });
    child = false;
  }
  return compounds.length > 0 ? compounds : refuse(whole);
}

function refuse(selector: string): never {
  throw new Error(`不支持的选择器 ${selector}`);
}

function matches(element: Tagged, compounds: Compound[], root: Element): boolean {
  const last = compounds.at(-1);
  if (last === undefined || !fits(element, last)) return false;
  const before = compounds.slice(0, -1);
  if (before.length === 0) return true;
  for (let above = drawnParent(element); above && above !== root; above = drawnParent(above)) {
    if (matches(above, before, root)) return true;
    if (last.child) return false;
  }
  return false;
}

function fits(element: Tagged, { tag, id, classes, attributes }: Compound): boolean {
  return (
    (tag === '' || tagOf(element) === tag) &&
    (id === '' || element.id === id) &&
    classes.every((name) => element.classList?.contains(name) === true) &&
    attributes.every(({ name, value }) => attributeOf(element, name) === value)
  );
}

function drawnParent(element: Element): Tagged | null {
  for (let above = up(element); above; above = up(above))
    if (isComponent(above) && isBuiltIn(tagOf(above))) return above;
  return null;
}

const up = (node: Element): Element | null => node.parentNode ?? node.asShadowRoot()?.getHostNode() ?? null;

/** An attribute as the page's document would have it. */
export function attributeOf(element: Tagged, name: string): string | null {
  if (name === 'id') return element.id || null;
  if (name === 'class') return element.class || null;
  if (name.startsWith('data-')) return wrote(element.dataset[name.slice('data-'.length)]);
  return wrote(propertyOf(element, name));
}

/** A property by its name or as its attribute is written; undefined when the package never writes it. */
export function propertyOf(element: Tagged, name: string): unknown {
  const property = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const data: Record<string, unknown> = element.data;
  return data[property];
}

const wrote = (value: unknown): string | null => {
  if (value === undefined || value === null || value === false || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** Markup for people who look for the reason of a failure. */
export function markupOf(element: Tagged, depth = 0): string {
  const space = '  '.repeat(depth);
  const tag = tagOf(element);
  const attributes = [
    element.class ? ` class="${element.class.trim()}"` : '',
    ...Object.entries(element.data as Record<string, unknown>)
      .filter(([name]) => ['ariaLabel', 'value', 'placeholder', 'src', 'disabled'].includes(name))
      .flatMap(([name, value]) => (wrote(value) === null ? [] : [` ${name}="${String(value).slice(0, 60)}"`])),
  ].join('');
  const inside = drawnIn(element).flatMap((node) => {
    if (isText(node)) return node.textContent.trim() ? [`${space}  ${node.textContent.trim()}`] : [];
    return isComponent(node) ? [markupOf(node, depth + 1)] : [];
  });
  return [`${space}<${tag}${attributes}>`, ...inside].join('\n');
}
