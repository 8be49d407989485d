import { Worker } from 'node:worker_threads';
import type { InstanceMessage, StartInstance } from './instance';

const WORKER_FILE = new URL('./worker.cjs', import.meta.url);

/** An instance in a thread of its own, as isolated as the platform's. */
export const startWorker: StartInstance = ({ file, env, offset, told, died }) => {
  const worker = new Worker(WORKER_FILE, { workerData: { file, env, offset }, env: { ...env }, execArgv: [] });
  worker.on('message', (message: InstanceMessage) => told(message));
  worker.on('error', (error) => died(error, true));
  worker.on('exit', () => died(new Error('the worker has exited'), false));
  return { run: (call) => worker.postMessage(call), end: () => worker.terminate() };
};
