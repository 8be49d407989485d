import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Failure, reasonOf } from '../failure';
import type { FunctionHost } from '../host/function-host';
import type { Admin } from '../protocol/admin';
import type { FileStore } from '../storage/file-store';
import { readBody, send, sendError, TooLarge } from './answer';
import { integrationAnswer, integrationEvent } from './integration';
import type { LocalRoutes } from './local-routes';
import type { StaticSite } from './static-site';
import { serveStorage } from './storage-route';

export interface Parts {
  admin: Admin;
  host: FunctionHost;
  files: FileStore;
  local: LocalRoutes;
  site: StaticSite | undefined;
  log: (line: string) => void;
}

/** An SDK call carries a document or an event inside JSON text, which escaping may lengthen. */
const ADMIN_BODY_BYTES = 16 * 1024 * 1024;

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

/** Listens on this machine only. The parts arrive after listening, so that a taken port fails before any data is opened. */
export class HttpServer {
  private readonly server: Server;
  private parts: Parts | undefined;
  port = 0;

  constructor() {
    this.server = createServer((request, response) => {
      this.route(request, response).catch((error: unknown) => this.fail(request, response, error));
    });
    // Longer than any browser waits before it uses a connection again.
    this.server.keepAliveTimeout = 65_000;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    const address = this.server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : port;
  }

  serve(parts: Parts): void {
    this.parts = parts;
  }

  /** Answers what has come in, then closes every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const patience = setTimeout(() => this.server.closeAllConnections(), 1000);
    await closed;
    clearTimeout(patience);
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { parts } = this;
    if (!this.forThisMachine(request))
      return sendError(response, 421, 'WRONG_HOST', 'the local cloud answers to 127.0.0.1 and localhost only');
    if (!parts) return sendError(response, 503, 'STARTING', '本地云正在启动，请稍候再试');
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${this.port}`);
    const { pathname } = url;
    if (pathname.startsWith('/storage/')) return serveStorage(parts.files, request, response, url);
    if (pathname === '/admin') return this.admin(parts, request, response);
    if (pathname === '/api' || pathname.startsWith('/api/')) return this.web(parts, request, response, url);
    if (pathname === '/local' || pathname.startsWith('/local/')) return parts.local.serve(request, response, url);
    if (
      (request.method === 'GET' || request.method === 'HEAD') &&
      parts.site?.serve(request, response, decodeURIComponent(pathname))
    )
      return;
    if (pathname === '/' && request.method === 'GET')
      return parts.local.serve(request, response, new URL('/local/', url));
    sendError(response, 404, 'NOT_FOUND', `没有这个地址：${pathname}`);
  }

  /** Pages of other origins must not reach a service that trusts this machine (DNS rebinding, forged posts). */
  private forThisMachine(request: IncomingMessage): boolean {
    const { host = '', origin } = request.headers;
    // The port may be another one behind a tunnel; the name is what a foreign page cannot choose.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return false;
    if (origin === undefined || request.method === 'GET' || request.url?.startsWith('/storage/')) return true;
    return origin === `http://${host}`;
  }

  private async admin(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'POST only');
    const text = (await readBody(request, ADMIN_BODY_BYTES)).toString('utf8');
    const answer = await parts.admin.answer(request.headers, request.url ?? '', text);
    if (answer === undefined) response.destroy();
    else send(response, 200, { 'content-type': 'application/json; charset=utf-8' }, answer);
  }

  private async web(parts: Parts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const body = await readBody(request);
    const event = integrationEvent({
      url,
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    });
    const result: unknown = JSON.parse(await parts.host.invoke('web', JSON.stringify(event), { source: 'http' }));
    const answer = integrationAnswer(result);
    send(response, answer.status, { 'cache-control': 'no-store', ...answer.headers }, answer.body);
  }

  private fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    request.resume();
    if (error instanceof TooLarge)
      return sendError(response, 413, 'BODY_TOO_LARGE', `内容太大，最多 6 MB（${error.message}）`);
    if (error instanceof Failure)
      return sendError(response, error.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED' ? 504 : 500, error.code, error.message);
    if (error instanceof URIError) return sendError(response, 400, 'BAD_ADDRESS', 'the address is not valid');
    this.parts?.log(
      `[http] ${String(request.method)} ${String(request.url)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    sendError(response, 500, 'SYS_ERR', reasonOf(error));
  }
}
