/** Cloud storage as the use cases see it. Files are named by their file id; nothing is readable without a signed address. */
import type { CloudBase } from '@cloudbase/node-sdk';
import { Refusal } from '../../types/errors';

export interface Storage {
  /** Where a client may put one file by HTTP PUT with these headers, and the id under which it will then be found. */
  prepareUpload(cloudPath: string): Promise<{ url: string; headers: Record<string, string>; fileId: string }>;
  /** Stores bytes, returns the file id. */
  put(cloudPath: string, bytes: Buffer): Promise<string>;
  /** Bytes of a file, or null when it never arrived. */
  sizeOf(fileId: string): Promise<number | null>;
  /** The content, or null when there is none; refuses to read more than `atMost` bytes by answering `tooLarge`. */
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
    sizeOf: (fileId) =>
      ask('size of file', async () => {
        const url = (await storage.addresses([fileId])).get(fileId);
        if (url === undefined) return null;
        const answer = await fetch(encodeURI(url), { method: 'HEAD' });
        if (answer.status === 404) return null;
        if (!answer.ok) throw new Error(`HEAD answered ${answer.status}`);
        return Number(answer.headers.get('content-length') ?? 0);
      }),
    read: (fileId, atMost) =>
      ask('read file', async () => {
        const url = (await storage.addresses([fileId])).get(fileId);
        if (url === undefined) return null;
        const answer = await fetch(encodeURI(url));
        if (answer.status === 404) return null;
        if (!answer.ok || answer.body === null) throw new Error(`GET answered ${answer.status}`);
        const parts: Uint8Array[] = [];
        let total = 0;
        const reader = answer.body.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          total += part.value.byteLength;
          if (total > atMost) {
            await reader.cancel();
            throw new Refusal('tooLarge');
          }
          parts.push(part.value);
        }
        return Buffer.concat(parts);
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
