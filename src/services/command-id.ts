/** An id for one act of a person. Unique enough among one person's acts, and needs no crypto, which older WeChat lacks. */

let count = 0;

const part = (): string =>
  Math.floor(Math.random() * 2 ** 48)
    .toString(36)
    .padStart(10, '0');

export function newCommandId(): string {
  count += 1;
  return `${Date.now().toString(36)}-${count.toString(36)}-${part()}${part()}`;
}
