// What our code uses of the browser's elements on H5. The project compiles without the DOM library, so that
// the rulebook and the cloud functions can't reach for the browser by mistake.
declare global {
  interface HTMLElement {
    focus(): void;
    contains(other: unknown): boolean;
    querySelector(selector: string): HTMLElement | null;
    readonly parentElement: HTMLElement | null;
  }
  interface KeyboardEvent {
    /** An input method is still putting a character together. */
    readonly isComposing: boolean;
  }
  interface HTMLInputElement extends HTMLElement {
    value: string;
  }
  interface HTMLTextAreaElement extends HTMLElement {
    value: string;
  }
}

export {};
