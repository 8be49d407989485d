import cloudbase from '@cloudbase/node-sdk';
import { type Database, databaseOf } from './database';

export interface Administrator {
  envId: string;
  secretId: string;
  secretKey: string;
  /** Another address than CloudBase's own, with its path: the local cloud's `…/admin`. */
  serviceUrl?: string;
}

/** The database from outside a cloud function, by an API key: for founding an environment, seeding and tests. */
export const databaseFor = ({ envId, ...access }: Administrator): Database =>
  databaseOf(cloudbase.init({ env: envId, keepalive: false, ...access }));
