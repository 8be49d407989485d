import type { LocalCloud } from '../cloud';
import { PLAN } from './estates';
import { found } from './found';
import { DAY } from './hours';
import { bringIn } from './people';
import { Phones } from './phone';

const PAST_DAYS = 60;

/** Fills an empty data folder with the company, the people and the last two months of the demo. */
export async function seedDemo(cloud: LocalCloud): Promise<void> {
  const now = cloud.clock.now();
  const founding = now - (PAST_DAYS + 1) * DAY;
  const founded = await found(cloud, PLAN, founding);
  const codes = new Map(founded.invitations.map((invitation) => [invitation.for, invitation.code]));
  const phones = new Phones(cloud);
  await bringIn(cloud, phones, codes, founding);
  cloud.clock.set(null);
}
