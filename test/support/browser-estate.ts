// The small estate with its pages, and a crowd in front of them.
import type { Browser } from 'playwright-core';
import { Crowd, H5_DIR, type Person, type PHONE } from './browser';
import { launchChromium } from './chromium';
import { type ResidentKey, type StaffKey, startTestCloud, type TestCloud } from './estate';

export class BrowserEstate {
  readonly estate: TestCloud;
  readonly crowd: Crowd;
  readonly #browser: Browser;

  private constructor(estate: TestCloud, browser: Browser) {
    this.estate = estate;
    this.#browser = browser;
    this.crowd = new Crowd(browser, estate.cloud.url);
  }

  static async open(): Promise<BrowserEstate> {
    const estate = await startTestCloud({ h5Dir: H5_DIR });
    return new BrowserEstate(estate, await launchChromium());
  }

  async close(): Promise<void> {
    await this.crowd.close();
    await this.#browser.close();
    await this.estate.close();
  }

  /** A member of staff who has joined their post comes to the desk. */
  async comesToWork(
    key: StaffKey,
    viewport?: typeof PHONE | { width: number; height: number },
    prepare?: (person: Person) => Promise<void>,
  ): Promise<Person> {
    await this.estate.staff(key);
    const person = await this.#enters(key, viewport, prepare);
    await person.tab('工作台');
    await person.isOn('工作台');
    return person;
  }

  /** A resident who has bound their home. */
  async comesHome(key: ResidentKey): Promise<Person> {
    await this.estate.resident(key);
    return this.#enters(key);
  }

  async #enters(
    key: string,
    viewport?: { width: number; height: number },
    prepare?: (person: Person) => Promise<void>,
  ): Promise<Person> {
    const person = await this.crowd.arrives(key, viewport);
    await prepare?.(person);
    await person.enter(new RegExp(`\\b${key}\\b`));
    return person;
  }

  /** Runs a part of a test; where it fails, what everybody has on the screen is told. Nothing unexpected may have gone wrong. */
  async watching(run: () => Promise<void>): Promise<void> {
    try {
      await run();
      expect(this.crowd.problems).toEqual([]);
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? (error.stack ?? error.message) : error}\n${await this.crowd.looks()}`,
      );
    }
  }
}
