// The package, started: its scripts in their realm, its pages in the view, its way through the pages.
import fs from 'node:fs';
import path from 'node:path';
import type { GeneralComponent } from 'glass-easel';
import { type AppJson, appJsonOf, pagesOf } from '../mini-package';
import type { CloudLine } from '../wx/cloud-line';
import { emptyPhone, makeWx, type PhoneMemory, type Wx } from '../wx/wx';
import { hostTypes } from './host-types';
import { type Problem, wordsOf } from './problems';
import { Realm } from './realm';
import { type OpenPage, Router } from './router';
import { View } from './view';

export interface Page extends OpenPage {
  root: GeneralComponent;
}

export class MiniProgram {
  readonly app: AppJson;
  readonly realm: Realm;
  readonly wx: Wx;
  readonly router: Router<Page>;
  readonly problems: Problem[] = [];
  /** Hears of each problem as it happens. */
  onProblem: (problem: Problem) => void = () => undefined;
  /** Hears what the package writes to the console. */
  onConsole: (level: string, words: string) => void = () => undefined;
  readonly #view: View;
  readonly #loaded = new Set<string>();
  #pages = 0;

  /**
   * Starts the built package in `folder`, on a phone that may keep something from before.
   * @throws when app.js throws; what goes wrong later is in `problems`
   */
  constructor(folder: string, cloud: CloudLine, memory: PhoneMemory = emptyPhone()) {
    this.app = appJsonOf(folder);
    this.#view = new View(folder, this.#note);
    this.realm = new Realm({
      script: (file) => {
        const place = path.join(folder, file);
        return fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : undefined;
      },
      onError: (error, where) => this.#note(where, error),
      onConsole: (level, args) => {
        const words = args.map((arg) => (typeof arg === 'string' ? arg : wordsOf(arg))).join(' ');
        this.onConsole(level, words);
        if (level === 'error') this.#note('console.error', words);
      },
    });
    this.router = new Router({
      routes: pagesOf(this.app),
      tabs: (this.app.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
      open: (route, query) => this.#open(route, query),
    });
    this.wx = makeWx({
      realm: this.realm,
      ways: { ...this.router.ways, startPullDownRefresh: () => this.#pullDown() },
      cloud,
      root: () => this.router.top?.root.getShadowRoot() ?? undefined,
      memory,
    });
    this.#startApp();
  }

  /** Into the background, and back in sight: the person has read a message. */
  comeBack(): void {
    this.router.top?.run('onHide');
    this.wx.show();
    this.router.top?.run('onShow');
  }

  /** Leaves all pages and stops every timer. */
  close(): void {
    this.router.closeAll();
    this.realm.close();
    this.#view.close();
  }

  readonly #note = (where: string, what: unknown): void => {
    const problem = { page: this.router?.top?.route ?? '', where, what: wordsOf(what) };
    this.problems.push(problem);
    this.onProblem(problem);
  };

  #startApp(): void {
    const app: Record<string, unknown> = {};
    Object.assign(this.realm.global, {
      wx: this.wx.object,
      ['App']: (definition: object) => Object.assign(app, definition),
      getApp: () => app,
      getCurrentPages: () => this.realm.array(this.router.stack.map(({ root }) => root.getMethodCaller())),
    });
    this.realm.require('app.js');
    const launch = this.realm.value({ path: this.app.pages[0], query: {}, scene: 1001, referrerInfo: {} });
    for (const hook of ['onLaunch', 'onShow']) {
      const run = app[hook];
      if (typeof run === 'function') this.realm.call(`App.${hook}`, () => run.call(app, launch));
    }
  }

  /** Runs the script of a page or a component, and those of what it uses before. @throws what a script throws */
  #load(name: string): void {
    if (this.#loaded.has(name)) return;
    this.#loaded.add(name);
    for (const target of Object.values(this.#view.configurationOf(name).usingComponents ?? {})) {
      const from = target.startsWith('/') ? '' : path.posix.dirname(name);
      this.#load(path.posix.join(from, target).replace(/^\//, ''));
    }
    this.#view.define(name, ({ Page, Component, Behavior }) => {
      const through = (define: (definition: never) => unknown) => (definition: Record<string, unknown>) =>
        define(hostTypes(definition, this.realm) as never);
      Object.assign(this.realm.global, {
        ['Page']: through(Page),
        ['Component']: through(Component),
        ['Behavior']: through(Behavior),
      });
      this.realm.require(`${name}.js`);
    });
  }

  /** As far as the page allows it. */
  #pullDown(): void {
    const { top } = this.router;
    if (top && this.#view.configurationOf(top.route).enablePullDownRefresh === true) top.run('onPullDownRefresh');
  }

  #open(route: string, query: Record<string, string>): Page {
    this.#load(route);
    const { root, self, remove } = this.#view.render(route);
    this.#pages += 1;
    const id = this.#pages;
    Object.assign(self, { route, __route__: route, getPageId: () => `pageId:${id}` });
    return {
      id,
      route,
      query,
      root,
      run: (hook, argument) => {
        const handler = self[hook];
        if (typeof handler !== 'function') return;
        this.realm.call(hook, () => handler.call(self, this.realm.value(argument)));
      },
      close: remove,
    };
  }
}
