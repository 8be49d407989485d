/** Everything that happens in the demo, by trade. */
import { LIFTS, FACILITIES, POWER_AND_FIRE, WATER } from './engineering';
import { CLEANING, GREENING, PETS } from './environment';
import type { Matter } from './matter';
import { FALLING_AND_RENOVATION, NOISE, PARKING, SECURITY } from './order';
import { FEES, SERVICE } from './service';

/** Ordinary days: the trades take turns. */
export const MATTERS: readonly Matter[] = inTurn([
  LIFTS,
  CLEANING,
  NOISE,
  WATER,
  SECURITY,
  FEES,
  PARKING,
  POWER_AND_FIRE,
  SERVICE,
  GREENING,
  FALLING_AND_RENOVATION,
  FACILITIES,
  PETS,
]);

function inTurn(trades: readonly (readonly Matter[])[]): Matter[] {
  const longest = Math.max(...trades.map((trade) => trade.length));
  return Array.from({ length: longest }, (_none, n) => trades.flatMap((trade) => trade[n] ?? [])).flat();
}
