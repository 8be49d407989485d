// Whatever a file of the package points at is in the package: scripts, templates, styles, components.
import { inspectScript } from '../../support/emitted-script';
import { type Package, resolveIn } from '../mini-package';
import type { GateProblem } from './problem';

interface Reference {
  file: string;
  where: string;
  target: string;
  endings: readonly string[];
}

const COMPONENT = ['.wxml', '.js', '.json'];

export function references(pack: Package): GateProblem[] {
  const scripts = pack.ending('.js').flatMap(({ file, text }) =>
    inspectScript(text).required.map((target) => ({
      file,
      where: `require("${target}")`,
      target,
      endings: ['', '.js', '/index.js'],
    })),
  );
  const templates = pack.ending('.wxml').flatMap(({ file, text }) =>
    [...text.matchAll(/<(import|include|wxs)\b[^>]*\bsrc="([^"{]+)"/g)].map(([, tag = '', target = '']) => ({
      file,
      where: `<${tag}>`,
      target,
      endings: ['', '.wxml'],
    })),
  );
  const styles = pack.ending('.wxss').flatMap(({ file, text }) =>
    [...text.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map(([, target = '']) => ({
      file,
      where: '@import',
      target,
      endings: [''],
    })),
  );
  return [...scripts, ...templates, ...styles, ...components(pack)]
    .filter(({ file, target, endings }) => resolveIn(pack, file, target, endings) === undefined)
    .map(({ file, where, target }) => ({ file, where, what: `引用的文件不存在 ${target}` }));
}

function components(pack: Package): Reference[] {
  return pack.ending('.json').flatMap(({ file, text }) => {
    const { usingComponents = {} }: { usingComponents?: Record<string, string> } = JSON.parse(text);
    return Object.entries(usingComponents)
      .filter(([, target]) => !/^(plugin|ext|dynamicLib):\/\//.test(target))
      .flatMap(([tag, target]) =>
        COMPONENT.map((kind) => ({ file, where: `usingComponents.${tag}`, target, endings: [kind] })),
      );
  });
}
