/**
 * Who is here. In the mini program WeChat says so with every call. On H5 the official account recognises the visitor:
 * without a token the page goes to the address that `beginLogin` names and comes back with a code, which is exchanged.
 */
import { currentAddress, goToAddress, IS_H5, showAddress } from './browser';
import { readLoginReturn, routeOf, withRoute } from './login-address';
import { forget, readStored, store } from './storage';
import { dropToken, keepToken, readToken } from './token';
import { send } from './transport';

const PENDING = 'login';

interface Pending {
  state: string;
  route: string;
}

const isPending = (value: unknown): value is Pending =>
  typeof value === 'object' &&
  value !== null &&
  'state' in value &&
  typeof value.state === 'string' &&
  'route' in value &&
  typeof value.route === 'string';

/** Exchanges the code in the address, if the login that brought it was asked for here. */
async function finishLogin(): Promise<string | undefined> {
  const returned = readLoginReturn(currentAddress());
  if (returned === null) return undefined;
  const pending = readStored(PENDING);
  forget(PENDING);
  showAddress(withRoute(returned.clean, isPending(pending) ? pending.route : ''));
  // A code that nobody here asked for is somebody else's.
  if (!isPending(pending) || pending.state !== returned.state) return undefined;
  const kept = await send('loginOfficialAccount', { code: returned.code });
  keepToken(kept);
  return kept.token;
}

/** Never resolves: the page is on its way to the login. */
async function leaveForLogin(): Promise<never> {
  const address = currentAddress();
  const { url, state } = await send('beginLogin', { returnTo: address });
  store(PENDING, { state, route: routeOf(address) });
  goToAddress(url);
  return new Promise<never>(() => undefined);
}

async function recognise(): Promise<string | undefined> {
  if (!IS_H5) return undefined;
  return (await finishLogin()) ?? readToken() ?? leaveForLogin();
}

let recognised: Promise<string | undefined> | undefined;
let renewed = false;

export const session = {
  /** The H5 token, once it is known who is here; undefined in the mini program. @throws ApiError; asked again, it tries again */
  token(): Promise<string | undefined> {
    recognised ??= recognise().catch((error: unknown) => {
      recognised = undefined;
      throw error;
    });
    return recognised;
  },

  /** The token was refused. @returns whether it is worth calling again: once per visit, so that a login that never holds doesn't turn in circles */
  renew(refused: string | undefined): boolean {
    if (!IS_H5 || refused === undefined) return false;
    if (readToken() === refused) {
      if (renewed) return false;
      renewed = true;
      dropToken();
      recognised = undefined;
    }
    return true;
  },
};

/** Starts recognising before the first page asks, and cleans the address of the login's code before the router reads it. */
export const beginSession = (): void => void session.token().catch(() => undefined);
