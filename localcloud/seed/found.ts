/** Founds the demo's company with the product's own founding, from outside a function, as `npm run found` does. */
import type { Founded } from '../../cloudfunctions/features/estate/found-estate';
import type { LocalCloud } from '../cloud';
import { CREDENTIAL, ENV_ID } from '../host/invocation';
import type { Moment } from './timeline';

export async function found(cloud: LocalCloud, plan: unknown, at: Moment): Promise<Founded> {
  // Outside a function the SDK asks Tencent's metadata service before every call; it reads this when it is loaded.
  process.env.TENCENTCLOUD_RUNENV = 'SCF';
  process.env.TENCENTCLOUD_REGION = 'ap-shanghai';
  process.env.SCF_NAMESPACE = ENV_ID;
  const { foundEstate } = await import('../../cloudfunctions/features/estate/found-estate');
  const { databaseFor } = await import('../../cloudfunctions/platform/administration');
  const { sealWith } = await import('../../cloudfunctions/platform/seal');
  const database = databaseFor({ envId: ENV_ID, ...CREDENTIAL, serviceUrl: `${cloud.url}/admin` });
  return foundEstate(plan, { database, seal: sealWith(cloud.dataKey), now: new Date(at).toISOString() });
}
