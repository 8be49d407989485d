// A runtime for everybody, with the production package in it.
import automator from 'miniprogram-automator';
import type { TestCloud, TestPerson } from '../../support/estate';
import { openBridge } from '../automation/bridge';
import { lineOf } from '../estate-line';
import { MiniProgram } from '../runtime/mini-program';
import { problemText } from '../runtime/problems';
import { WEAPP_DIR } from '../weapp-dir';
import { Phone } from './phone';
import type { Phones } from './phones';

interface Held {
  key: string;
  phone: Phone;
  close: () => Promise<void>;
}

export function openRuntimePhones(estate: TestCloud, folder = WEAPP_DIR, patienceMs?: number): Phones {
  const problems: string[] = [];
  let now: Held | undefined;
  const open = async (person: TestPerson): Promise<Held> => {
    const program = new MiniProgram(folder, lineOf(estate, person));
    program.onProblem = (problem) => problems.push(`${person.key} ${problemText(problem)}`);
    const bridge = await openBridge(program);
    const driven = await automator.connect({ wsEndpoint: bridge.wsEndpoint });
    const phone = new Phone(person.key, driven, patienceMs);
    await phone.open(`/${program.app.pages[0]}`);
    await phone.rests();
    const close = async () => {
      driven.disconnect();
      await bridge.close();
      program.close();
    };
    return { key: person.key, phone, close };
  };
  return {
    of: async (person) => {
      if (now?.key !== person.key) {
        await now?.close();
        now = await open(person);
      }
      return now.phone;
    },
    problems: () => problems,
    close: async () => now?.close(),
  };
}
