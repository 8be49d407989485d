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
  called: ReadonlySet<string>;
  close: () => Promise<void>;
}

export interface RuntimePhones extends Phones {
  /** Functions of `wx` that the package has called so far. */
  called(): ReadonlySet<string>;
}

export function openRuntimePhones(estate: TestCloud, folder = WEAPP_DIR, patienceMs?: number): RuntimePhones {
  const problems: string[] = [];
  const called = new Set<string>();
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
      for (const name of program.wx.called) called.add(name);
      driven.disconnect();
      await bridge.close();
      program.close();
    };
    return { key: person.key, phone, called: program.wx.called, close };
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
    called: () => new Set([...called, ...(now?.called ?? [])]),
    close: async () => now?.close(),
  };
}
