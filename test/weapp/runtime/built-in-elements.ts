// WeChat's own tags: what a page can be made of without components of its own.
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

/** https://developers.weixin.qq.com/miniprogram/dev/component/ */
const TAGS = [
  ...['view', 'scroll-view', 'swiper', 'swiper-item', 'movable-area', 'movable-view', 'cover-view', 'cover-image'],
  ...['text', 'rich-text', 'icon', 'progress', 'button', 'checkbox', 'checkbox-group', 'editor', 'form', 'input'],
  ...['label', 'picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group', 'slider', 'switch', 'textarea'],
  ...['navigator', 'audio', 'image', 'video', 'camera', 'live-player', 'live-pusher', 'map', 'canvas', 'web-view'],
  ...['ad', 'ad-custom', 'official-account', 'open-data', 'page-container', 'share-element', 'root-portal'],
  ...['match-media', 'keyboard-accessory', 'page-meta', 'navigation-bar', 'voip-room', 'channel-live'],
];

/** Of the template language. */
const SYNTAX = ['template', 'block', 'import', 'include', 'wxs', 'slot'];

export const isBuiltIn = (tag: string): boolean => TAGS.includes(tag) || SYNTAX.includes(tag);

/** The name of a property, as it is written in an attribute: `hover-class` → `hoverClass`. */
export const propertyName = (attribute: string): string =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Each with a slot, and with the properties that the package writes on it, to be read by tests. */
export function defineBuiltInElements(
  space: CodeSpace,
  attributesByTag: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const components = space.getComponentSpace();
  for (const tag of TAGS) {
    const properties = Object.fromEntries(
      [...(attributesByTag.get(tag) ?? [])].map((attribute) => [propertyName(attribute), null]),
    );
    components.setGlobalUsingComponent(tag, components.defineComponent({ is: tag, properties }));
  }
}
