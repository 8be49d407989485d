/** What `npm run simulate` was asked for. */
import { parseArgs } from 'node:util';

export interface SimulationOptions {
  estates: number;
  complaints: number;
  days: number;
  seed: number;
  faults: boolean;
  /** Acts that may run at once; one with faults, so that the same seed hits the same acts. */
  lanes: number;
}

const MOST = { estates: 26, complaints: 200_000, days: 366, seed: 2 ** 31, lanes: 16 } as const;

/** @throws Error with words for the person who typed it */
export const optionsOf = (args: readonly string[]): SimulationOptions & { json: string | undefined } => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      estates: { type: 'string', default: '3' },
      complaints: { type: 'string', default: '20000' },
      days: { type: 'string', default: '365' },
      seed: { type: 'string', default: '7' },
      lanes: { type: 'string', default: '3' },
      faults: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const whole = (name: keyof typeof MOST): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > MOST[name])
      throw new Error(`--${name} 要填 1 到 ${MOST[name]} 的整数`);
    return value;
  };
  return {
    estates: whole('estates'),
    complaints: whole('complaints'),
    days: whole('days'),
    seed: whole('seed'),
    faults: values.faults,
    lanes: values.faults ? 1 : whole('lanes'),
    json: values.json,
  };
};
