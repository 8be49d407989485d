// A runtime for everybody, with the production package in it.
import automator from 'miniprogram-automator';
import type { TestCloud, TestPerson } from '../../support/estate';
import { openBridge } from '../automation/bridge';
import type { CloudLine } from '../wx/cloud-line';
import { emptyPhone, type PhoneMemory } from '../wx/wx';
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
  memory: PhoneMemory;
  line: { whole: boolean };
  close: () => Promise<void>;
}

export interface RuntimePhones extends Phones {
  /** Functions of `wx` that the package has called so far. */
  called(): ReadonlySet<string>;
  /** Ends the program at once and starts it again on the same phone. `whole`: whether the line to the cloud is. */
  again(person: TestPerson, whole: boolean): Promise<Phone>;
  /** What the phone in use keeps. */
  memory(): PhoneMemory;
  /** Cuts the line to the cloud of the phone in use, or mends it. */
  line(whole: boolean): void;
}

/** A line that can be cut. */
function cuttable(line: CloudLine): CloudLine & { whole: boolean } {
  const through = <T>(work: () => Promise<T>): Promise<T> =>
    cut.whole ? work() : Promise.reject(new Error('request:fail'));
  const cut = {
    whole: true,
    callFunction: (name: string, data: unknown) => through(() => line.callFunction(name, data)),
    uploadFile: (cloudPath: string, file: Uint8Array) => through(() => line.uploadFile(cloudPath, file)),
  };
  return cut;
}

export function openRuntimePhones(estate: TestCloud, folder = WEAPP_DIR, patienceMs?: number): RuntimePhones {
  const problems: string[] = [];
  const called = new Set<string>();
  let now: Held | undefined;
  const open = async (person: TestPerson, memory = emptyPhone(), whole = true): Promise<Held> => {
    const line = cuttable(lineOf(estate, person));
    line.whole = whole;
    const program = new MiniProgram(folder, line, memory);
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
    return { key: person.key, phone, called: program.wx.called, memory, line, close };
  };
  const inUse = (): Held => {
    if (now === undefined) throw new Error('no phone is in use');
    return now;
  };
  return {
    memory: () => inUse().memory,
    line: (whole) => {
      inUse().line.whole = whole;
    },
    again: async (person, whole) => {
      const { memory, close } = inUse();
      await close();
      memory.album.dropTemporary();
      now = await open(person, memory, whole);
      return now.phone;
    },
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
