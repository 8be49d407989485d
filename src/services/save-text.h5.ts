/** Browser only. */
interface Link {
  href: string;
  download: string;
  click(): void;
}
declare const document: { createElement(tag: 'a'): Link };
declare const Blob: new (parts: readonly string[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

const KEPT_MS = 60_000;

/** Gives a text to keep: on H5 as a file. @returns whether it is there now */
export function saveText(fileName: string, text: string): Promise<boolean> {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return Promise.resolve(true);
}
