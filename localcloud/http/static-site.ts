import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { mediaType } from '../storage/media-type';
import { send } from './answer';

interface Cached {
  changedAt: number;
  body: Buffer;
  gzip: Buffer | undefined;
  etag: string;
}

const COMPRESSED = /^(text\/|application\/json|image\/svg)/;
/** Names that carry a hash of the content never change under the same name. */
const HASHED = /[.\-_][0-9a-f]{8,}\./;

/** The built H5 site. Addresses without a file get index.html, for the app finds its page by the address itself. */
export class StaticSite {
  private readonly folder: string;
  private readonly cache = new Map<string, Cached>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @returns false when there is nothing to answer with. */
  serve(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const relative = normalize(path === '/' ? '/index.html' : path);
    const file = join(this.folder, relative);
    if (!file.startsWith(this.folder + sep)) return false;
    const wanted =
      this.load(file) ?? (extname(relative) === '' ? this.load(join(this.folder, 'index.html')) : undefined);
    if (!wanted) return false;
    const type = mediaType(extname(relative) === '' ? 'index.html' : relative);
    const headers = {
      'content-type': type,
      etag: wanted.etag,
      'cache-control': HASHED.test(relative) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === wanted.etag) {
      response.writeHead(304, headers);
      response.end();
      return true;
    }
    const gzip = wanted.gzip && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? wanted.gzip : undefined;
    const body = gzip ?? wanted.body;
    if (request.method === 'HEAD') {
      response.writeHead(200, { ...headers, 'content-length': String(body.length) });
      response.end();
    } else send(response, 200, gzip ? { ...headers, 'content-encoding': 'gzip' } : headers, body);
    return true;
  }

  private load(file: string): Cached | undefined {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const known = this.cache.get(file);
    if (known?.changedAt === stats.mtimeMs) return known;
    const body = readFileSync(file);
    const made: Cached = {
      changedAt: stats.mtimeMs,
      body,
      gzip: COMPRESSED.test(mediaType(file)) && body.length > 1000 ? gzipSync(body) : undefined,
      etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 20)}"`,
    };
    this.cache.set(file, made);
    return made;
  }
}
