// What a finger does to an element, as the events WeChat sends for it.
import { Event } from 'glass-easel';
import { propertyOf, type Tagged, tagOf } from './tree';

const MIDDLE = { x: 195, y: 400 };
const touch = (at: Partial<typeof MIDDLE> = {}) => {
  const { x, y } = { ...MIDDLE, ...at };
  return { identifier: 0, x, y, pageX: x, pageY: y, clientX: x, clientY: y, force: 1 };
};

/** Sends an event; touches and taps go up through the page, the others stay with their element. */
export function send(element: Tagged, type: string, detail: unknown, touches?: unknown[]): void {
  const rises = /^(touch|tap|long|transitionend|animation)/.test(type);
  const extraFields = touches ? { touches, changedTouches: touches } : {};
  element.dispatchEvent(new Event(type, detail, { bubbles: rises, composed: rises, capturePhase: rises, extraFields }));
}

export function tap(element: Tagged): void {
  const touches = [touch()];
  send(element, 'touchstart', {}, touches);
  send(element, 'touchend', {}, touches);
  send(element, 'tap', MIDDLE, touches);
}

/** One touch event with coordinates as the automation protocol gives them. */
export function moveFinger(element: Tagged, type: string, touches: unknown): void {
  const given = Array.isArray(touches) ? touches : [];
  send(element, type, {}, given.length > 0 ? given.map((each) => touch(Object(each))) : [touch()]);
}

/** Types into a field what shall stand there afterwards. */
export function type(element: Tagged, text: string): void {
  if (propertyOf(element, 'disabled') === true) throw new Error(`${tagOf(element)} 不能输入：disabled`);
  const most = Number(propertyOf(element, 'maxlength') ?? 140);
  const value = most >= 0 ? text.slice(0, most) : text;
  send(element, 'focus', { value: propertyOf(element, 'value') ?? '', height: 0 });
  // The control shows what was typed, whether or not the page sets it.
  element.setData({ value });
  send(element, 'input', { value, cursor: value.length, keyCode: 0 });
  send(element, 'blur', { value, cursor: value.length });
}
