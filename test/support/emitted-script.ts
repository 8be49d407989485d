import { parse, type Token } from 'acorn';

/** What iOS 13 and Chrome 80 understand; the build lowers newer syntax (browserslist in package.json). */
const OLDEST_SYNTAX = 2019;
const REMOTE_ASSET =
  /^(https?:)?\/\/[^\s"']+\.(png|jpe?g|gif|svg|webp|ico|woff2?|ttf|otf|eot|mp3|mp4|css|js)([?#].*)?$/i;

export type EmittedScript = { problems: string[]; required: string[] };

/**
 * @param text of one emitted script
 * @returns what an old phone would stumble over, and the relative paths it requires
 */
export function inspectScript(text: string): EmittedScript {
  const tokens: Token[] = [];
  try {
    parse(text, { ecmaVersion: OLDEST_SYNTAX, sourceType: 'script', allowHashBang: true, onToken: tokens });
  } catch (error) {
    return { problems: [`不能解析（ES${OLDEST_SYNTAX}）：${String(error)}`], required: [] };
  }
  const source = ({ start, end }: Token) => text.slice(start, end);
  const content = (token: Token) => source(token).slice(1, -1);
  const kind = (label: string) => tokens.filter(({ type }) => type.label === label);
  return {
    problems: [
      ...kind('regexp')
        .map(source)
        .filter((pattern) => /\(\?<[=!]/.test(pattern))
        .map((pattern) => `iOS 16.4 以前不认识后行断言：${pattern}`),
      ...kind('string')
        .map(content)
        .filter((string) => REMOTE_ASSET.test(string))
        .map((string) => `远程资源 ${string}`),
    ],
    required: tokens.flatMap((token, index) => {
      const [open, target] = tokens.slice(index + 1, index + 3);
      const requires = token.type.label === 'name' && source(token) === 'require' && open?.type.label === '(';
      return requires && target?.type.label === 'string' ? [content(target)] : [];
    }),
  };
}
