// `npm run test:devtools`: the pages, the whole path and the failures of the mini program in real WeChat DevTools.
import { findDevTools } from './run/devtools.mjs';
import { main } from './run/main.mjs';

const found = findDevTools();
if ('missing' in found) {
  console.error(found.missing);
  process.exit(1);
}
main(['--only', 'devtools']);
