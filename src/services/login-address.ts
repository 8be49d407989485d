/** The page's address around a login: what WeChat put into it, and the address without that. */

export interface LoginReturn {
  code: string;
  state: string;
  /** The same address without code and state. */
  clean: string;
}

/** Reads `?code=…&state=…` before the hash, where WeChat puts it; null when this is no return from a login. */
export function readLoginReturn(address: string): LoginReturn | null {
  const [beforeHash = '', ...hash] = address.split('#');
  const [path = '', query = ''] = beforeHash.split('?');
  const parameters = query.split('&').filter((pair) => pair !== '');
  const parameter = (name: string): string | undefined => {
    const pair = parameters.find((each) => each.startsWith(`${name}=`));
    return pair === undefined ? undefined : decode(pair.slice(name.length + 1));
  };
  const code = parameter('code');
  if (code === undefined || code === '') return null;
  const rest = parameters.filter((pair) => !pair.startsWith('code=') && !pair.startsWith('state='));
  const clean = path + (rest.length > 0 ? `?${rest.join('&')}` : '') + (hash.length > 0 ? `#${hash.join('#')}` : '');
  return { code, state: parameter('state') ?? '', clean };
}

/** The address with another route behind the hash, unless it has one already. */
export function withRoute(address: string, route: string): string {
  const at = address.indexOf('#');
  const hasRoute = at >= 0 && address.length > at + 2;
  if (hasRoute || route === '') return address;
  return `${at >= 0 ? address.slice(0, at) : address}#${route}`;
}

/** What stands behind the hash; empty when nothing does. */
export function routeOf(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? '' : address.slice(at + 1);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
