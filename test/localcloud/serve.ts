// A local cloud in a process of its own, so that it can be killed: `serve.ts <dataDir>` prints its address.
import { startLocalCloud } from '../../localcloud/cloud';
import { COLLECTIONS } from './a-local-cloud';

const dataDir = process.argv[2] ?? '';
startLocalCloud({ dataDir, functionsDir: `${dataDir}/none`, collections: COLLECTIONS, timers: false }).then(({ url }) =>
  console.log(url),
);
