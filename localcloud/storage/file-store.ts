import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sqlite } from '../engine/sqlite';
import { Failure, invalidParam } from '../failure';

const BUCKET = 'cloud://local.6c6f-local-1250000000';
/** As long as the platform's upload signatures. */
const UPLOAD_SECONDS = 900;
const DOWNLOAD_SECONDS = 7200;
export const FILE_BYTES = 100 * 1024 * 1024;

export interface UploadTicket {
  url: string;
  token: string;
  authorization: string;
  fileId: string;
  cosFileId: string;
}

/** Files of the cloud storage, with signed and expiring addresses. */
export class FileStore {
  private readonly folder: string;
  private readonly sql: Sqlite;
  private readonly secret: string;
  private readonly baseUrl: string;
  private readonly now: () => number;

  constructor(options: { folder: string; sql: Sqlite; secret: string; baseUrl: string; now: () => number }) {
    this.folder = options.folder;
    this.sql = options.sql;
    this.secret = options.secret;
    this.baseUrl = options.baseUrl;
    this.now = options.now;
    mkdirSync(this.folder, { recursive: true });
    this.sql.exec('CREATE TABLE IF NOT EXISTS local_files (path TEXT PRIMARY KEY, size INTEGER, at REAL)');
  }

  /** storage.getUploadMetadata */
  uploadTicket(path: string): UploadTicket {
    checkPath(path);
    const until = Math.floor(this.now() / 1000) + UPLOAD_SECONDS;
    return {
      url: `${this.baseUrl}/storage/${path.split('/').map(encodeURIComponent).join('/')}`,
      token: this.sign('token', path, until),
      authorization: `q-sign-algorithm=sha256&q-sign-time=0;${until}&q-signature=${this.sign('put', path, until)}`,
      fileId: `${BUCKET}/${path}`,
      cosFileId: this.sign('id', path, 0),
    };
  }

  /** storage.batchGetDownloadUrl: the address is not percent-encoded, because the SDK encodes it. */
  downloadUrl(
    fileId: string,
    seconds: number | undefined,
  ): { code: string; fileID: string; tempFileURL: string; download_url: string } {
    const path = pathOf(fileId);
    if (path === undefined || !this.known(path))
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId, tempFileURL: '', download_url: '' };
    const until = Math.floor(this.now() / 1000) + (seconds ?? DOWNLOAD_SECONDS);
    const url = `${this.baseUrl}/storage/${path}?sign=${this.sign('get', path, until)}&t=${until}`;
    return { code: 'SUCCESS', fileID: fileId, tempFileURL: url, download_url: url };
  }

  /** storage.batchDeleteFile */
  remove(fileId: string): { code: string; fileID: string } {
    const path = pathOf(fileId);
    if (path === undefined || !this.known(path)) return { code: 'STORAGE_FILE_NONEXIST', fileID: fileId };
    this.sql.run('DELETE FROM local_files WHERE path = ?', [path]);
    rmSync(this.place(path), { force: true });
    return { code: 'SUCCESS', fileID: fileId };
  }

  /** @throws with COS error codes when the upload is not allowed. */
  checkUpload(path: string, headers: { authorization: string; token: string; fileId: string }): void {
    const parts = /q-sign-time=0;(\d+)&q-signature=([0-9a-f]+)/.exec(headers.authorization);
    const until = Number(parts?.[1] ?? 0);
    if (!parts || !same(parts[2] ?? '', this.sign('put', path, until)))
      throw new Failure('SignatureDoesNotMatch', 'The request signature does not match.');
    if (!same(headers.token, this.sign('token', path, until)))
      throw new Failure('InvalidAccessKeyId', 'The security token is wrong.');
    if (!same(headers.fileId, this.sign('id', path, 0)))
      throw new Failure('AccessDenied', 'x-cos-meta-fileid is wrong.');
    if (until < this.now() / 1000) throw new Failure('RequestTimeTooSkewed', 'Request has expired.');
  }

  checkDownload(path: string, query: URLSearchParams): void {
    const until = Number(query.get('t') ?? 0);
    if (!same(query.get('sign') ?? '', this.sign('get', path, until)))
      throw new Failure('SignatureDoesNotMatch', 'The request signature does not match.');
    if (until < this.now() / 1000) throw new Failure('AccessDenied', 'Request has expired.');
    if (!this.known(path)) throw new Failure('NoSuchKey', 'The specified key does not exist.');
  }

  /** Keeps a file; it exists once it is safe on disk, not before. */
  async write(path: string, content: Readable): Promise<void> {
    checkPath(path);
    const place = this.place(path);
    mkdirSync(join(place, '..'), { recursive: true });
    const partial = `${place}.${randomUUID()}.partial`;
    try {
      let size = 0;
      await pipeline(
        content,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            size += chunk.length;
            if (size > FILE_BYTES) throw new Failure('EntityTooLarge', 'The file is larger than 100 MB.');
            yield chunk;
          }
        },
        createWriteStream(partial),
      );
      const handle = await open(partial, 'r+');
      await handle.sync();
      await handle.close();
      await rename(partial, place);
    } finally {
      rmSync(partial, { force: true });
    }
    this.sql.run('INSERT OR REPLACE INTO local_files VALUES (?, ?, ?)', [path, (await stat(place)).size, this.now()]);
  }

  read(path: string): { size: number; stream: () => Readable } {
    const place = this.place(path);
    const size = this.sql.number('SELECT size FROM local_files WHERE path = ?', [path]);
    return { size, stream: () => createReadStream(place) };
  }

  private known(path: string): boolean {
    return (
      this.sql.number('SELECT count(*) FROM local_files WHERE path = ?', [path]) > 0 && existsSync(this.place(path))
    );
  }

  private place(path: string): string {
    const name = createHash('sha256').update(path).digest('hex');
    return join(this.folder, name.slice(0, 2), name);
  }

  private sign(purpose: string, path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${purpose}\n${path}\n${until}`).digest('hex');
  }
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const pathOf = (fileId: string): string | undefined =>
  fileId.startsWith(`${BUCKET}/`) ? fileId.slice(BUCKET.length + 1) : undefined;

function checkPath(path: string): void {
  const bad =
    path === '' ||
    path.length > 850 ||
    path.startsWith('/') ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..');
  if (bad || /[%?#\\\0\r\n]/.test(path)) throw invalidParam(`bad cloud path: ${path}`);
}
