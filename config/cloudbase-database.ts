// Reads and changes the collections, indexes and access rules of one CloudBase environment.
import type { ActualCollection, ActualStorage, Change } from './database-plan';
import { type CallCloudBase, TencentCloudError } from './tencent-cloud';
import { DATABASE_ACCESS, type IndexSchema, STORAGE_RULE } from '../cloudfunctions/platform/schema';

type Environments = {
  EnvList: { EnvId: string; Databases: { InstanceId: string }[] | null; Storages?: { Bucket: string }[] | null }[];
};
type Tables = { Tables: { TableName: string }[] | null; Pager: { Total: number } };
type Table = { Indexes: { Name: string; Keys: { Name: string; Direction: string }[]; Unique: boolean }[] | null };
type Access = { AclTag: string };
type StorageAccess = { AclTag: string; Rule?: string | null };

const PAGE = 100;
const ATTEMPTS = 5;
/** A collection takes a moment to exist after it was created. */
const TRANSIENT = /^(ResourceUnavailable|InternalError|RequestLimitExceeded|FailedOperation)/;

export type CloudBaseDatabase = {
  read(): Promise<ActualCollection[]>;
  /** Null when the environment names no storage; access `未知` when it may not be asked for. */
  readStorage(): Promise<ActualStorage | null>;
  apply(change: Change): Promise<void>;
};

/** @param pause waits the given ms between attempts */
export async function openDatabase(
  call: CallCloudBase,
  envId: string,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<CloudBaseDatabase> {
  const { EnvList: environments } = (await call('DescribeEnvs', { EnvId: envId })) as Environments;
  const environment = environments.find(({ EnvId }) => EnvId === envId);
  const instanceId = environment?.Databases?.[0]?.InstanceId;
  const bucket = environment?.Storages?.[0]?.Bucket;
  if (!instanceId) throw new Error(`环境 ${envId} 不存在，或没有开通文档型数据库`);
  const base = { EnvId: envId, MongoConnector: { InstanceId: 'flexdb', DatabaseName: instanceId } };

  const insist = async (action: string, parameters: object): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await call(action, parameters);
        return;
      } catch (error) {
        const again = error instanceof TencentCloudError && TRANSIENT.test(error.code) && attempt < ATTEMPTS;
        if (!again) throw error;
        await pause(attempt * 1000);
      }
    }
  };

  const names = async (): Promise<string[]> => {
    const found: string[] = [];
    for (;;) {
      const { Tables: tables, Pager: pager } = (await call('ListTables', {
        ...base,
        MgoLimit: PAGE,
        MgoOffset: found.length,
      })) as Tables;
      found.push(...(tables ?? []).map(({ TableName }) => TableName));
      if (!tables?.length || found.length >= pager.Total) return found;
    }
  };

  const readOne = async (name: string): Promise<ActualCollection> => {
    const table = (await call('DescribeTable', { ...base, TableName: name })) as Table;
    const access = (await call('DescribeDatabaseACL', { EnvId: envId, CollectionName: name })) as Access;
    return {
      name,
      access: access.AclTag,
      indexes: (table.Indexes ?? []).map(({ Name, Keys, Unique }) => ({
        name: Name,
        keys: Keys.map((key) => [key.Name, key.Direction]),
        unique: Unique,
      })),
    };
  };

  return {
    async read() {
      const collections: ActualCollection[] = [];
      for (const name of await names()) collections.push(await readOne(name));
      return collections;
    },

    async readStorage() {
      if (!bucket) return null;
      try {
        const asked = { EnvId: envId, Bucket: bucket };
        const { AclTag, Rule } = (await call('DescribeStorageSafeRule', asked)) as StorageAccess;
        return { bucket, access: AclTag, rule: Rule ?? null };
      } catch (error) {
        // The database must not wait for it: the rule is then set without a look at the one before.
        if (error instanceof TencentCloudError) return { bucket, access: `未知（${error.code}）`, rule: null };
        throw error;
      }
    },

    async apply(change) {
      if (change.do === 'setStorageRule')
        return insist('ModifyStorageSafeRule', {
          EnvId: envId,
          Bucket: change.bucket,
          AclTag: 'CUSTOM',
          Rule: JSON.stringify(STORAGE_RULE),
        });
      const { collection } = change;
      const update = (indexes: object) => insist('UpdateTable', { ...base, TableName: collection, ...indexes });
      switch (change.do) {
        case 'createCollection':
          return insist('CreateTable', { ...base, TableName: collection });
        case 'setAccess':
          return insist('ModifyDatabaseACL', { EnvId: envId, CollectionName: collection, AclTag: DATABASE_ACCESS });
        case 'createIndex':
          return update({ CreateIndexes: [creationOf(change.index)] });
        case 'replaceIndex':
          await update({ DropIndexes: [{ IndexName: change.was.name }] });
          return update({ CreateIndexes: [creationOf(change.index)] });
      }
    },
  };
}

function creationOf({ name, keys, unique }: IndexSchema): object {
  return {
    IndexName: name,
    MgoKeySchema: {
      MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })),
      MgoIsUnique: unique === true,
    },
  };
}
