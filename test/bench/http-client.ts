// Calls of the product over HTTP with kept-alive connections, for the bench and the replay.
import http from 'node:http';
import * as z from 'zod/mini';
import { Refusal, type ErrorCode, ERROR_CODES } from '../../types/errors';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';

const Answered = z.object({
  ok: z.boolean(),
  data: z.optional(z.unknown()),
  error: z.optional(
    z.object({
      code: z.string(),
      message: z.string(),
      fields: z.optional(z.record(z.string(), z.string())),
      details: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});
const LoggedIn = z.object({ token: z.string() });

const isErrorCode = (code: string): code is ErrorCode => ERROR_CODES.some((known) => known === code);

export class HttpClient {
  readonly #base: URL;
  readonly #agent: http.Agent;

  /** @param lanes connections at most */
  constructor(base: string, lanes: number) {
    this.#base = new URL(base);
    this.#agent = new http.Agent({ keepAlive: true, maxSockets: lanes });
  }

  /** @throws Refusal with the product's code; Error when nothing sensible answers */
  async call<N extends ProcedureName>(procedure: N, input: InputOf<N>, token: string): Promise<OutputOf<N>> {
    const text = await this.request('POST', `/api/${procedure}`, JSON.stringify(input), {
      authorization: `Bearer ${token}`,
    });
    const { ok, data, error } = Answered.parse(JSON.parse(text));
    // What the product answers has the form its contract says.
    if (ok) return data as OutputOf<N>;
    const { code = 'internal', message = text, fields = {}, details = {} } = error ?? {};
    if (!isErrorCode(code)) throw new Error(`${procedure}: ${message}`);
    throw new Refusal(code, { message, fields, details });
  }

  /** Signs a demo person in. */
  async login(person: string): Promise<string> {
    return LoggedIn.parse(JSON.parse(await this.request('POST', '/local/login', JSON.stringify({ person })))).token;
  }

  request(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<string> {
    const { hostname, port } = this.#base;
    const sent =
      body === undefined
        ? headers
        : { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const request = http.request({ hostname, port, path, method, headers: sent, agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
