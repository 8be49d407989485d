// `npm test`: everything that is proved about this repository, in one command. `--fast` for the quick half,
// `--only types,unit` for some steps. Needs Node only: what is missing gets installed first.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`需要 Node.js 20 或更高版本，现在是 ${process.version}。请升级后再运行 npm test。`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

import('./run/main.mjs').then(({ main }) => main(process.argv.slice(2)));
