// The view side: glass-easel with the package's templates and WeChat's own tags.
import fs from 'node:fs';
import path from 'node:path';
import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  Element,
  EmptyBackendContext,
  type GeneralComponent,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel';
import { type CodeSpace, type ComponentEnv, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { filesUnder, readJson } from '../../support/files';
import { defineBuiltInElements, isBuiltIn } from './built-in-elements';
import { compileTemplates, HARMLESS_WARNING } from './templates';

/** What can stand in the JSON beside a page or a component, as far as it matters here. */
interface Configuration {
  component?: boolean;
  usingComponents?: Record<string, string>;
  enablePullDownRefresh?: boolean;
}

/** A page in the tree, before its lifecycle begins. */
export interface Rendered {
  root: GeneralComponent;
  /** `this` of the page's functions. */
  self: Record<string, unknown>;
  remove(): void;
}

export class View {
  readonly #folder: string;
  readonly #report: (where: string, what: unknown) => void;
  readonly #environment = new MiniProgramEnv();
  readonly #space: CodeSpace;

  /** `report` hears what templates and rendering complain about. */
  constructor(folder: string, report: (where: string, what: unknown) => void) {
    this.#folder = folder;
    this.#report = report;
    this.#space = this.#environment.createCodeSpace('', true);
    addGlobalErrorListener(this.#onError);
    addGlobalWarningListener(this.#onWarning);

    const { of, attributesByTag, problems } = compileTemplates(folder);
    defineBuiltInElements(this.#space, attributesByTag);
    for (const problem of problems) report('模板', problem);
    const ownTags = new Set<string>();
    for (const file of filesUnder(folder).filter((each) => each.endsWith('.wxml'))) {
      const name = file.slice(0, -'.wxml'.length);
      const template = of(name);
      if (template) this.#space.addCompiledTemplate(name, template);
      const { component = false, usingComponents = {} } = this.configurationOf(name);
      this.#space.addComponentStaticConfig(name, { component, usingComponents });
      for (const tag of Object.keys(usingComponents)) ownTags.add(tag);
    }
    for (const tag of attributesByTag.keys()) {
      if (!isBuiltIn(tag) && !ownTags.has(tag)) report('模板', `不认识的标签 <${tag}>`);
    }
  }

  configurationOf(name: string): Configuration {
    const file = path.join(this.#folder, `${name}.json`);
    return fs.existsSync(file) ? readJson<Configuration>(file) : {};
  }

  /** Lets `run` define the page or component `name` by what it is given. @throws when it doesn't */
  define(name: string, run: (environment: ComponentEnv) => void): void {
    this.#space.componentEnv(name, run);
    if (!this.#space.getComponentSpace().getComponentByUrlWithoutDefault(name, '')) {
      throw new Error(`${name}.js 没有调用 Page() 或 Component()`);
    }
  }

  /** Puts a defined page into the tree. */
  render(name: string): Rendered {
    const backend = this.#environment.associateBackend(new EmptyBackendContext());
    const root = backend.createRoot('body', this.#space, name).getComponent();
    Element.pretendAttached(root);
    const self = root.getMethodCaller() as unknown as Rendered['self'];
    const remove = () => {
      // A late setData of a page that was left does nothing in WeChat; glass-easel would trip over it.
      self['setData'] = (_data: unknown, done?: () => void) => done?.();
      Element.pretendDetached(root);
    };
    return { root, self, remove };
  }

  close(): void {
    removeGlobalErrorListener(this.#onError);
    removeGlobalWarningListener(this.#onWarning);
  }

  // glass-easel tells everybody of everything; false says that this is where it belongs.
  readonly #onError = (error: unknown, method = '', related?: GeneralComponent | string): boolean | undefined => {
    if (!this.#owns(related)) return undefined;
    this.#report(`${method} ${typeof related === 'object' ? related.is : (related ?? '')}`.trim() || '渲染', error);
    return false;
  };
  readonly #onWarning = (message: string, related: GeneralComponent | string): boolean | undefined => {
    if (!this.#owns(related)) return undefined;
    if (!HARMLESS_WARNING.test(message)) this.#report('渲染', message);
    return false;
  };

  #owns(related: GeneralComponent | string | undefined): boolean {
    if (typeof related !== 'object') return true;
    return related.getRootBehavior().ownerSpace === this.#space.getComponentSpace();
  }
}
