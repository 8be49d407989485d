// The stack of pages and the ways through it, with the lifecycle hooks WeChat calls.
import { Failure, type Options } from '../wx/answer';

/** A page that stands in the stack. */
export interface OpenPage {
  id: number;
  route: string;
  query: Record<string, string>;
  /** Calls a lifecycle hook or a handler of the page, if it has it. */
  run(hook: string, argument?: unknown): void;
  close(): void;
}

const MOST_PAGES = 10;

export class Router<P extends OpenPage> {
  readonly stack: P[] = [];
  readonly #routes: readonly string[];
  readonly #tabs: readonly string[];
  readonly #open: (route: string, query: Record<string, string>) => P;

  /** `open` makes a page and puts it into the tree; @throws when the package has it not. */
  constructor(options: {
    routes: readonly string[];
    tabs: readonly string[];
    open: (route: string, query: Record<string, string>) => P;
  }) {
    this.#routes = options.routes;
    this.#tabs = options.tabs;
    this.#open = options.open;
  }

  get top(): P | undefined {
    return this.stack.at(-1);
  }

  readonly ways = {
    navigateTo: ({ url }: Options) => {
      if (this.stack.length >= MOST_PAGES) throw new Failure(`webview count limit exceed ${MOST_PAGES}`);
      const target = this.#find(url);
      if (this.#tabs.includes(target.route)) throw new Failure('can not navigateTo a tabbar page');
      this.top?.run('onHide');
      this.#show(target);
    },
    redirectTo: ({ url }: Options) => {
      const target = this.#find(url);
      if (this.#tabs.includes(target.route)) throw new Failure('can not redirectTo a tabbar page');
      this.#drop(1);
      this.#show(target);
    },
    reLaunch: ({ url }: Options) => {
      const target = this.#find(url);
      this.#drop(this.stack.length);
      this.#show(target);
    },
    switchTab: ({ url }: Options) => {
      const target = this.#find(url);
      if (!this.#tabs.includes(target.route)) throw new Failure('can not switch to no-tabBar page');
      this.#drop(this.stack.length);
      this.#show(target);
    },
    navigateBack: ({ delta = 1 }: Options) => {
      if (this.stack.length < 2) throw new Failure('cannot navigate back at first page.');
      this.#drop(Math.min(Number(delta), this.stack.length - 1));
      this.top?.run('onShow');
    },
  };

  closeAll(): void {
    this.#drop(this.stack.length);
  }

  #find(url: unknown): { route: string; query: Record<string, string> } {
    const [path = '', search = ''] = String(url).split('?');
    const from = this.top?.route.split('/').slice(0, -1) ?? [];
    const route = path.startsWith('/') ? path.slice(1) : [...from, path].join('/');
    if (!this.#routes.includes(route)) throw new Failure(`page "${route}" is not found`);
    // WeChat hands the query on as it was written: nothing is decoded.
    const query = Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')]),
    );
    return { route, query };
  }

  #show({ route, query }: { route: string; query: Record<string, string> }): void {
    const page = this.#open(route, query);
    this.stack.push(page);
    page.run('onLoad', query);
    page.run('onShow');
    page.run('onReady');
  }

  #drop(count: number): void {
    for (const page of this.stack.splice(this.stack.length - count).reverse()) {
      page.run('onUnload');
      page.close();
    }
  }
}
