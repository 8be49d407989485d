import { resolve } from 'node:path';
import { repository } from '../support/files';

/** `npm test` builds the package before; while writing, point WEAPP_DIR at a build of your own. */
export const WEAPP_DIR = resolve(repository, process.env.WEAPP_DIR ?? 'dist/weapp');
