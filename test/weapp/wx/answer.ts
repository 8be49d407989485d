// The form of WeChat's asynchronous functions: callbacks in the options, or a promise without them.
import type { Realm } from '../runtime/realm';

/** Options of a call: whatever else there is, and the callbacks. */
export type Options = Record<string, unknown>;

/** Refused as WeChat does: `name:fail reason`. */
export class Failure extends Error {
  readonly more: Record<string, unknown>;
  constructor(reason: string, more: Record<string, unknown> = {}) {
    super(reason);
    this.more = more;
  }
}

const isFunction = (value: unknown): value is (result: unknown) => void => typeof value === 'function';

/** Answers a call by its callbacks, or by the promise that is returned when there are none. */
export function answer(
  realm: Realm,
  name: string,
  options: Options,
  work: () => unknown,
): Promise<unknown> | undefined {
  const { success, fail, complete } = options;
  const done = outcome(realm, name, work);
  if (!isFunction(success) && !isFunction(fail) && !isFunction(complete)) {
    return done.then(({ ok, result }) => (ok ? result : Promise.reject(result)));
  }
  void done.then(({ ok, result }) =>
    realm.call(`wx.${name}`, () => {
      const callback = ok ? success : fail;
      if (isFunction(callback)) callback(result);
      if (isFunction(complete)) complete(result);
    }),
  );
  return undefined;
}

async function outcome(realm: Realm, name: string, work: () => unknown): Promise<{ ok: boolean; result: unknown }> {
  try {
    const result: Options = { errMsg: `${name}:ok`, ...Object(await work()) };
    // A mock says “fail” in the words of WeChat.
    return { ok: !/:fail/.test(String(result['errMsg'])), result: realm.value(result) };
  } catch (error) {
    if (!(error instanceof Failure)) realm.note(`wx.${name}`, error);
    const { message, more = {} }: { message: string; more?: Options } =
      error instanceof Failure ? error : { message: 'page not loaded' };
    return { ok: false, result: realm.value({ errMsg: `${name}:fail ${message}`, ...more }) };
  }
}
