/**
 * Cloud storage as the use cases see it. Files are named by their file id. That nothing is readable without a signed address
 * is the doing of the environment's storage rule (schema.ts, set by the deploy script), not of this code.
 */
import type { CloudBase } from '@cloudbase/node-sdk';
import { Refusal } from '../../types/errors';

export interface Storage {
  /** Where a client may put one file by HTTP PUT with these headers, and the id under which it will then be found. */
  prepareUpload(cloudPath: string): Promise<{ url: string; headers: Record<string, string>; fileId: string }>;
  /** Stores bytes, returns the file id. */
  put(cloudPath: string, bytes: Buffer): Promise<string>;
  /** The content, or null when there is none. @throws Refusal tooLarge before more than `atMost` bytes have been read */
  read(fileId: string, atMost: number): Promise<Buffer | null>;
  /** Signed addresses by file id; files that are gone are left out. */
  addresses(fileIds: readonly string[]): Promise<Map<string, string>>;
  remove(fileIds: readonly string[]): Promise<void>;
}

/** How long a photo's address works. */
const ADDRESS_SECONDS = 7200;
/** The platform takes at most 50 files in one question. */
const BATCH = 50;

const refused = (what: string, thrown: unknown): Refusal => {
  const refusal = new Refusal('unavailable');
  refusal.cause =
    thrown instanceof Error ? new Error(`${what}: ${thrown.message}`) : new Error(`${what}: ${String(thrown)}`);
  return refusal;
};

/** What the other side declares is believed only when it is too much. @throws Refusal tooLarge */
const readUpTo = async (
  atMost: number,
  body: ReadableStreamDefaultReader<Uint8Array>,
  declared: number,
): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  let total = declared > atMost ? declared : 0;
  for (let part = await body.read(); !part.done; part = await body.read()) {
    total += part.value.byteLength;
    if (total > atMost) {
      await body.cancel();
      throw new Refusal('tooLarge');
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
};

export const storageOf = (app: CloudBase): Storage => {
  const ask = async <A>(what: string, send: () => Promise<A>): Promise<A> => {
    try {
      return await send();
    } catch (thrown) {
      throw thrown instanceof Refusal ? thrown : refused(what, thrown);
    }
  };
  const storage: Storage = {
    prepareUpload: (cloudPath) =>
      ask('prepare upload', async () => {
        const { data } = await app.getUploadMetadata({ cloudPath });
        const { url, token, authorization, fileId, cosFileId } = data;
        return {
          url,
          fileId,
          headers: {
            Signature: authorization,
            authorization,
            'x-cos-security-token': token,
            'x-cos-meta-fileid': cosFileId,
            key: encodeURIComponent(cloudPath),
          },
        };
      }),
    put: (cloudPath, bytes) =>
      ask('put file', async () => (await app.uploadFile({ cloudPath, fileContent: bytes })).fileID),
    read: (fileId, atMost) =>
      ask('read file', async () => {
        const url = (await storage.addresses([fileId])).get(fileId);
        if (url === undefined) return null;
        const answer = await fetch(url);
        if (answer.status === 404) return null;
        if (!answer.ok || answer.body === null) throw new Error(`GET answered ${answer.status}`);
        const declared = Number(answer.headers.get('content-length') ?? 0);
        return readUpTo(atMost, answer.body.getReader(), declared);
      }),
    addresses: (fileIds) =>
      ask('file addresses', async () => {
        const found = new Map<string, string>();
        const wanted = [...new Set(fileIds)];
        for (let at = 0; at < wanted.length; at += BATCH) {
          const { fileList } = await app.getTempFileURL({
            fileList: wanted.slice(at, at + BATCH).map((fileID) => ({ fileID, maxAge: ADDRESS_SECONDS })),
          });
          for (const file of fileList)
            if (file.code === 'SUCCESS' && file.tempFileURL) found.set(file.fileID, file.tempFileURL);
        }
        return found;
      }),
    remove: (fileIds) =>
      ask('remove files', async () => {
        for (let at = 0; at < fileIds.length; at += BATCH)
          await app.deleteFile({ fileList: fileIds.slice(at, at + BATCH) });
      }),
  };
  return storage;
};
