import type { Clock } from '../clock';
import { reasonOf } from '../failure';
import type { FaultBoard } from '../faults';
import type { FunctionConfig } from '../host/function-config';
import type { FunctionHost } from '../host/function-host';
import { type Cron, nextAfter, parseCron } from './cron';

interface Trigger {
  name: string;
  cron: Cron;
  next: number | undefined;
  running: Promise<void> | undefined;
}

const TICK_MS = 1000;

/** Fires the timer functions by the local cloud's clock; a function that is still running is not started again. */
export class Scheduler {
  private readonly host: FunctionHost;
  private readonly clock: Clock;
  private readonly faults: FaultBoard;
  private readonly log: (line: string) => void;
  private readonly triggers: Trigger[];
  private ticking: NodeJS.Timeout | undefined;
  private last: number;

  constructor(
    functions: readonly FunctionConfig[],
    host: FunctionHost,
    clock: Clock,
    faults: FaultBoard,
    log: (line: string) => void,
  ) {
    this.host = host;
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.last = clock.now();
    this.triggers = functions.flatMap(({ name, cron }) =>
      cron === undefined ? [] : [{ name, cron: parseCron(cron), next: undefined, running: undefined }],
    );
  }

  start(): void {
    if (this.ticking) return;
    this.last = this.clock.now();
    for (const trigger of this.triggers) trigger.next = nextAfter(trigger.cron, this.last);
    this.ticking = setInterval(() => this.tick(), TICK_MS);
  }

  private tick(): void {
    const now = this.clock.now();
    // After the clock was moved: time passed over fires once, time turned back starts counting from there.
    const turnedBack = now < this.last;
    this.last = now;
    for (const trigger of this.triggers) {
      const due = trigger.next !== undefined && trigger.next <= now;
      if (due || turnedBack) trigger.next = nextAfter(trigger.cron, now);
      if (due && !turnedBack && !trigger.running && !this.faults.current().timersStopped) void this.fire(trigger);
    }
  }

  /** Fires every timer function once and waits until all have ended. A failing function is logged, as on the platform. */
  async runAll(): Promise<void> {
    await Promise.all(
      this.triggers.map(async (trigger) => {
        while (trigger.running) await trigger.running;
        await this.fire(trigger);
      }),
    );
  }

  private fire(trigger: Trigger): Promise<void> {
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    };
    const running = this.host
      .invoke(trigger.name, JSON.stringify(event), { source: 'timer' })
      .then(
        () => undefined,
        (error: unknown) => this.log(`[timer] ${trigger.name}: ${reasonOf(error)}`),
      )
      .finally(() => {
        trigger.running = undefined;
      });
    trigger.running = running;
    return running;
  }

  stop(): void {
    clearInterval(this.ticking);
  }
}
