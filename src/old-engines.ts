// What phones back to iOS 13 and Chrome 80 lack of the language our code is written in (ES2022): the syntax
// is rewritten by the build, these few methods are added here. core-js would do it for 25 KB more (gzip).
// ES2023 and later (`toSorted`, `findLast`) and regular expressions with lookbehind stay forbidden.

type Indexed<T> = { readonly length: number; readonly [index: number]: T };

function at<T>(this: Indexed<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function replaceAll(this: string, searched: string | RegExp, replacement: string): string {
  if (searched instanceof RegExp) return this.replace(searched, replacement);
  return this.split(searched).join(replacement);
}

function hasOwn(owner: object, key: PropertyKey): boolean {
  // biome-ignore lint/suspicious/noPrototypeBuiltins: this is what takes its place.
  return Object.prototype.hasOwnProperty.call(owner, key);
}

function addMissing(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

addMissing(Array.prototype, 'at', at);
addMissing(String.prototype, 'at', at);
addMissing(String.prototype, 'replaceAll', replaceAll);
addMissing(Object, 'hasOwn', hasOwn);
