// How a phone reaches the cloud: what `wx.cloud` does for the person who holds it.

/** @throws when the cloud can't be reached; a refusal of ours is an answer */
export interface CloudLine {
  callFunction(name: string, data: unknown): Promise<unknown>;
  /** Puts a file where a function said; @returns its id. */
  uploadFile(cloudPath: string, file: Uint8Array): Promise<string>;
}
