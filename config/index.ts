// How the mini program (weapp) and the web page (H5) are built from the same source.
//
// Sizes in style sheets: designs are drawn 750 wide. `px` in .scss becomes rpx on weapp and rem on H5;
// write `PX` for what must stay a real pixel (hairlines). On H5 the root font size is 20px on a 375px-wide
// screen and is held between 17px and 22px, so that a desktop window does not blow everything up.
import fs from 'node:fs';
import path from 'node:path';
import type { UserConfigExport } from '@tarojs/cli';
import { ProvidePlugin } from 'webpack';

const root = path.resolve(__dirname, '..');
const onWeapp = process.env.TARO_ENV !== 'h5';
const installed = (file: string) => fs.realpathSync(path.join(root, 'node_modules', file));

/** The rulebook and the shared types live outside src and are compiled with it. */
const sharedSource = [path.join(root, 'domain'), path.join(root, 'types')];

/** Packages that ship syntax newer than the oldest phone we serve; Taro leaves node_modules untouched otherwise. */
const modernPackages =
  /node_modules[\\/](@tanstack|@taroify|zod|zustand|dayjs|use-sync-external-store|query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/;

const compile = { include: [...sharedSource, (file: string) => modernPackages.test(file)] };

/** What `process.env.TARO_APP_*` becomes in the bundles. Set them in the environment or in `.env`. */
const buildTime = ['TARO_APP_CLOUD_ENV_ID', 'TARO_APP_API_BASE'];
const env = Object.fromEntries(buildTime.map((name) => [name, JSON.stringify(process.env[name] ?? '')]));

const postcss = {
  autoprefixer: { enable: true, config: {} },
  // `name.module.scss` is scoped to its component; every other sheet is global.
  cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' } },
};

const config = {
  projectName: 'huiyin',
  date: '2026-11-21',
  designWidth: 750,
  deviceRatio: { 750: 1, 375: 2, 640: 2.34 / 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: onWeapp ? [path.join(__dirname, 'weapp-labels.ts')] : [],
  env,
  defineConstants: {},
  alias: {
    // The package's default entry is not transpiled for old engines; its minified UMD file is, and is smaller.
    'chinese-days$': installed('chinese-days/dist/index.min.js'),
    // A font from a foreign host otherwise: see the sheet.
    [installed('@taroify/icons/van/index.scss')]: path.join(root, 'src/ui/taroify-icons.scss'),
  },
  copy: {
    patterns: onWeapp ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  jsMinimizer: 'terser',
  terser: {
    enable: true,
    // Taro's own options keep function names and quote every key, which breaks private methods (`#"name"() {}`).
    config: {
      ecma: 2017,
      keep_fnames: false,
      compress: {
        ecma: 2017,
        inline: 1,
        reduce_vars: true,
        reduce_funcs: true,
        collapse_vars: true,
        properties: true,
        comparisons: true,
        switches: true,
        loops: true,
      },
      output: { ecma: 2017, comments: false, quote_keys: false, keep_quoted_props: false, ascii_only: true },
    },
  },
  mini: {
    compile,
    enableSourceMap: false,
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { ...postcss, pxtransform: { enable: true, config: {} } },
    // test/weapp/package.test.ts holds the limits that count.
    webpackChain(chain) {
      chain.performance.hints(false);
      // Not set as a global: what a mini program's scripts see of globalThis differs from phone to phone.
      chain
        .plugin('abortController')
        .use(ProvidePlugin, [{ AbortController: [path.join(root, 'src/abort-controller.ts'), 'AbortController'] }]);
    },
  },
  h5: {
    compile,
    enableSourceMap: false,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash', customRoutes: { 'catalogue/index': '/ui' } },
    devServer: { host: '127.0.0.1', port: 10086, open: false, hot: false },
    esnextModules: ['@taroify'],
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      ...postcss,
      pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
    },
    // One copy of what several lazily loaded pages share, instead of one copy in each.
    webpackChain(chain) {
      chain.performance.hints(false);
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 20_000,
        hidePathInfo: true,
        cacheGroups: { default: { minChunks: 2, priority: 1, reuseExistingChunk: true }, defaultVendors: false },
      });
    },
  },
} satisfies UserConfigExport<'webpack5'>;

export default config;
