/** Faults that can be called up, to see what the product does when the platform has a bad day. */
export interface Faults {
  /** Added to every database call, in ms. */
  latencyMs: number;
  /** Only writes to this collection are slow; empty for every call. */
  latencyOf: string;
  /** So many next writes are committed, but their answer is lost (the connection breaks). */
  dropAnswers: number;
  /** Only writes to this collection lose their answer; empty for all. */
  dropAnswersOf: string;
  /** So many next transaction commits end in DATABASE_TRANSACTION_CONFLICT. */
  conflicts: number;
  /** So many next subscribe messages are refused with `sendErrorCode`. */
  sendErrors: number;
  sendErrorCode: 43101 | 47003 | 45009 | 40003;
  timersStopped: boolean;
  /** The next invocation that has committed so many database writes is killed before it hears of the last; 0 for none. */
  killAfterWrites: number;
  /** Only invocations of this function are killed; empty for any. */
  killFunction: string;
  diskFull: boolean;
}

export interface FaultControl {
  current(): Faults;
  /** Changes what is named. @throws when a name or value is unknown. */
  set(faults: Partial<Faults>): void;
  reset(): void;
}

const NONE: Faults = {
  latencyMs: 0,
  latencyOf: '',
  dropAnswers: 0,
  dropAnswersOf: '',
  conflicts: 0,
  sendErrors: 0,
  sendErrorCode: 43101,
  timersStopped: false,
  killAfterWrites: 0,
  killFunction: '',
  diskFull: false,
};

export const SEND_ERROR_CODES: readonly number[] = [43101, 47003, 45009, 40003];

export class FaultBoard implements FaultControl {
  private faults: Faults = { ...NONE };
  private readonly diskChanged: (full: boolean) => void;

  constructor(diskChanged: (full: boolean) => void) {
    this.diskChanged = diskChanged;
  }

  current(): Faults {
    return { ...this.faults };
  }

  set(faults: Partial<Faults>): void {
    const next = { ...this.faults, ...checked(faults) };
    if (next.diskFull !== this.faults.diskFull) this.diskChanged(next.diskFull);
    this.faults = next;
  }

  reset(): void {
    this.set(NONE);
  }

  /** Uses up one of a counted fault. */
  take(name: 'dropAnswers' | 'conflicts' | 'sendErrors' | 'killAfterWrites'): boolean {
    if (this.faults[name] <= 0) return false;
    this.faults[name] = name === 'killAfterWrites' ? 0 : this.faults[name] - 1;
    return true;
  }
}

function checked(faults: Partial<Faults>): Partial<Faults> {
  for (const [name, value] of Object.entries(faults)) {
    const known = Object.entries(NONE).find(([fault]) => fault === name)?.[1];
    if (known === undefined) throw new Error(`unknown fault ${name}; there are: ${Object.keys(NONE).join(', ')}`);
    if (typeof value !== typeof known) throw new Error(`fault ${name} must be a ${typeof known}`);
    if (typeof value === 'number' && !(value >= 0)) throw new Error(`fault ${name} must be ≥ 0`);
  }
  if (faults.sendErrorCode !== undefined && !SEND_ERROR_CODES.includes(faults.sendErrorCode)) {
    throw new Error(`sendErrorCode must be one of ${SEND_ERROR_CODES.join(', ')}`);
  }
  return faults;
}
