// The WebSocket at which miniprogram-automator finds the runtime, as it finds DevTools: a request `{id, method, params}`
// is answered by `{id, result}` or `{id, error: {message}}`; what nobody asked for is `{method, params}`.
import { WebSocketServer } from 'ws';
import type { MiniProgram } from '../runtime/mini-program';
import { type Methods, protocolOf, refusalWords } from './protocol';

export interface Bridge {
  /** For `automator.connect`. */
  wsEndpoint: string;
  close(): Promise<void>;
}

export async function openBridge(program: MiniProgram): Promise<Bridge> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => {
    const say = (frame: object) => socket.send(JSON.stringify(frame));
    const methods = protocolOf(program, (method, params) => say({ method, params }));
    socket.on('message', (text) => void answered(methods, String(text)).then(say));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('没有端口');
  return {
    wsEndpoint: `ws://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
}

async function answered(methods: Methods, text: string): Promise<object> {
  const {
    id,
    method,
    params = {},
  }: { id: string; method: string; params?: Record<string, unknown> } = JSON.parse(text);
  const run = methods[method];
  if (run === undefined) return { id, error: { message: `这个运行环境没有 ${method}` } };
  try {
    return { id, result: (await run(params)) ?? {} };
  } catch (error) {
    return { id, error: { message: refusalWords(error) } };
  }
}
