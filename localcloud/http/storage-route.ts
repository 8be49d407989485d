import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Failure, reasonOf } from '../failure';
import type { FileStore } from '../storage/file-store';
import { mediaType, shownInPlace } from '../storage/media-type';
import { send } from './answer';

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, OPTIONS',
  'access-control-allow-headers':
    'authorization, content-type, key, signature, x-cos-meta-fileid, x-cos-security-token',
  'access-control-max-age': '600',
};

const STATUS: Record<string, number> = { NoSuchKey: 404, EntityTooLarge: 413, INVALID_PARAM: 400 };

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `/storage/<path>`: the object storage behind the platform's file API, answering like COS. */
export async function serveStorage(
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = decodeURIComponent(url.pathname.slice('/storage/'.length));
  const header = (name: string): string => String(request.headers[name] ?? '');
  try {
    switch (request.method) {
      case 'OPTIONS':
        send(response, 204, CORS, '');
        return;
      case 'PUT':
        files.checkUpload(path, {
          authorization: header('authorization') || header('signature'),
          token: header('x-cos-security-token'),
          fileId: header('x-cos-meta-fileid'),
        });
        await files.write(path, request);
        send(response, 200, CORS, '');
        return;
      case 'GET':
      case 'HEAD': {
        files.checkDownload(path, url.searchParams);
        const type = mediaType(path);
        const { size, stream } = files.read(path);
        response.writeHead(200, {
          ...CORS,
          'content-type': type,
          'content-length': String(size),
          'cache-control': 'private, max-age=600',
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          ...(shownInPlace(type) ? {} : { 'content-disposition': 'attachment' }),
        });
        if (request.method === 'HEAD') response.end();
        else
          stream()
            .on('error', () => response.destroy())
            .pipe(response);
        return;
      }
      default:
        throw new Failure('MethodNotAllowed', `${String(request.method)} is not allowed`);
    }
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'InternalError';
    // The rest of a refused upload is read, or the client would see a broken connection instead of the reason.
    request.resume();
    const xml = `<?xml version='1.0' encoding='utf-8' ?>\n<Error><Code>${code}</Code><Message>${escapeXml(reasonOf(error))}</Message><Resource>${escapeXml(path)}</Resource><RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`;
    send(response, STATUS[code] ?? 403, { ...CORS, 'content-type': 'application/xml' }, xml);
  }
}
