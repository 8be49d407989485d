// One instance of a cloud function: loads the bundle once and runs one invocation at a time, in its own thread with
// its own process.env. Plain CommonJS, because it is started by node itself and loads CommonJS bundles.
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { format } = require('node:util');

let offset = workerData.offset;
let requestId = '-';

// The moved clock: the bundle sees the local cloud's time wherever it reads the time.
const RealDate = Date;
function ShiftedDate(...args) {
  if (!new.target) return new RealDate(RealDate.now() + offset).toString();
  return Reflect.construct(RealDate, args.length === 0 ? [RealDate.now() + offset] : args, new.target);
}
ShiftedDate.prototype = RealDate.prototype;
ShiftedDate.now = () => RealDate.now() + offset;
ShiftedDate.parse = RealDate.parse;
ShiftedDate.UTC = RealDate.UTC;
Object.defineProperty(ShiftedDate, 'length', { value: 7 });
Object.defineProperty(ShiftedDate, 'name', { value: 'Date' });
RealDate.prototype.constructor = ShiftedDate;
globalThis.Date = ShiftedDate;

for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...args) => parentPort.postMessage({ type: 'log', level, requestId, text: format(...args) });
}

function setEnvironment(env) {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (process.env[name] !== value) process.env[name] = value;
}

setEnvironment(workerData.env);
const bundle = require(workerData.file);
if (typeof bundle.main !== 'function') throw new Error(`${workerData.file} exports no main`);
parentPort.postMessage({ type: 'ready' });

parentPort.on('message', async (call) => {
  offset = call.offset;
  requestId = call.requestId;
  setEnvironment(call.env);
  try {
    const result = await bundle.main(JSON.parse(call.event), call.context);
    parentPort.postMessage({
      type: 'result',
      requestId: call.requestId,
      result: JSON.stringify(result === undefined ? null : result),
    });
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = error instanceof Error ? error.message : String(error);
    parentPort.postMessage({ type: 'failure', requestId: call.requestId, message, text });
  }
});
