/** Chance that depends on nothing but the seed and what it is for, so that the order in which things run changes nothing. */
import { createHash } from 'node:crypto';
import { Chance } from '../../localcloud/seed/chance';

export const chanceOf = (seed: number, ...what: readonly (string | number)[]): Chance =>
  new Chance(
    createHash('sha256')
      .update([seed, ...what].join('|'))
      .digest()
      .readUInt32BE(0),
  );

/** A waiting time with this mean, in the same unit: mostly shorter, sometimes much longer. */
export const waitAround = (mean: number, chance: Chance): number => -Math.log(1 - chance.next() * 0.999) * mean;
