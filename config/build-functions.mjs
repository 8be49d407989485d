// Bundles every cloud function into one file: cloudfunctions/<name>/index.ts → dist/cloudfunctions/<name>/,
// with the package.json and config.json that the platform wants beside it. A folder is a function when it
// holds both index.ts and config.json. Options for tests: --from <folder> --to <folder>.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Cold starts get slower with size; most of it is the SDK. */
export const LARGEST_BUNDLE_BYTES = 1.3 * 1024 * 1024;

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The SDK brings a client for language models with a browser stack of its own (370 KB) behind `app.ai()`.
 * Nothing here calls it, so the bundle carries a note in its place; a call says what happened.
 */
const withoutModelClient = {
  name: 'without-model-client',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/ai$/ }, ({ path: left, importer }) =>
      /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]/.test(importer) ? { path: left, namespace: 'left-out' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents:
        "exports.createAI = () => { throw new Error('app.ai() is left out of this bundle: config/build-functions.mjs'); };",
    }));
  },
};

/** What the classifier has learned, and how names are read, lies beside the bundle as data instead of being parsed as code. */
const DATA = ['classify/model.json', 'classify/rarity.json', 'people/pinyin.json'].map((file) =>
  path.join('domain', file),
);
/** Read by platform/gold-messages.ts. */
const GOLD = path.join('config', 'classifier', 'messages', 'gold.jsonl');

/** @param {Set<string>} beside filled with the files that the bundle will look for in its own folder */
const keptBeside = (beside) => ({
  name: 'kept-beside',
  setup(bundler) {
    bundler.onResolve({ filter: /\/gold-messages$/ }, () => {
      beside.add(path.join(root, GOLD));
      return undefined;
    });
    bundler.onResolve({ filter: /\/(model|rarity|pinyin)\.json$/ }, ({ path: wanted, resolveDir }) => {
      const file = path.resolve(resolveDir, wanted);
      if (!DATA.includes(path.relative(root, file))) return undefined;
      beside.add(file);
      return { path: `./${path.basename(file)}`, external: true };
    });
  },
});

/** @param {string} from @returns {string[]} names of the function folders, sorted */
export function functionsIn(from) {
  return fs
    .readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => ['index.ts', 'config.json'].every((file) => fs.existsSync(path.join(from, name, file))))
    .sort();
}

/**
 * @param {string} name
 * @param {string} from folder of the sources
 * @param {string} to folder of the bundles
 * @returns {Promise<number>} bytes of the bundle
 */
export async function buildFunction(name, from, to) {
  const config = fs.readFileSync(path.join(from, name, 'config.json'), 'utf8');
  JSON.parse(config);
  const outfile = path.join(to, name, 'index.js');
  const beside = new Set();
  await build({
    entryPoints: [path.join(from, name, 'index.ts')],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutModelClient, keptBeside(beside)],
    logLevel: 'warning',
  });
  for (const file of beside) fs.copyFileSync(file, path.join(to, name, path.basename(file)));
  fs.writeFileSync(path.join(to, name, 'config.json'), config);
  const manifest = { name, version: '1.0.0', private: true, main: 'index.js', dependencies: {} };
  fs.writeFileSync(path.join(to, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const bytes = fs.statSync(outfile).size;
  if (bytes > LARGEST_BUNDLE_BYTES) {
    throw new Error(`云函数 ${name} 打包后 ${kilobytes(bytes)}，超过上限 ${kilobytes(LARGEST_BUNDLE_BYTES)}`);
  }
  return bytes;
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1024)} KB`;
}

async function main() {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  const from = path.resolve(root, values.from ?? 'cloudfunctions');
  const to = path.resolve(root, values.to ?? 'dist/cloudfunctions');
  const names = functionsIn(from);
  if (names.length === 0) throw new Error(`${from} 里没有云函数（需要 <name>/index.ts 和 <name>/config.json）`);
  fs.rmSync(to, { recursive: true, force: true });
  for (const name of names) {
    console.log(`${path.relative(root, path.join(to, name))} ${kilobytes(await buildFunction(name, from, to))}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
