// Where phones come from: the runtime, or DevTools when DEVTOOLS=1 (docs/WEAPP.md).
import type { TestCloud, TestPerson } from '../../support/estate';
import { openDevToolsPhones } from './devtools-phones';
import type { Phone } from './phone';
import { openRuntimePhones } from './runtime-phones';

export interface Phones {
  /** The phone of this person. Who was not the last to use one finds the mini program freshly started. */
  of(person: TestPerson): Promise<Phone>;
  /** What went wrong in all of them and wasn't expected: page, element, words. */
  problems(): string[];
  close(): Promise<void>;
}

export const inDevTools = process.env.DEVTOOLS === '1';

export const openPhones = (estate: TestCloud): Phones =>
  inDevTools ? openDevToolsPhones(estate) : openRuntimePhones(estate);
