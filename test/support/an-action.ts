/** A corrective action's story for tests: people do things one after another, the rules decide. */
import type { Action } from '../../domain/action/action';
import {
  type ActionCommand,
  type ActionContext,
  type ActionPersonCommand,
  decideAction,
  openedAction,
} from '../../domain/action/decide';
import type { ActionEventOf, ActionEventType, Opening } from '../../domain/action/events';
import { actionOf, evolveAction } from '../../domain/action/evolve';
import { likeKeysOf } from '../../domain/action/recurrence';
import { calendarOf } from '../../domain/clock/calendar';
import { type Actor, SYSTEM } from '../../domain/people/actor';
import { DEFAULT_POLICY, type Policy } from '../../domain/policy/defaults';
import { ACTION_COMMAND_INPUTS, type ActionCommandInput, type ActionCommandName } from '../../types/action-commands';
import { Refusal } from '../../types/errors';
import type { ActionId, ComplaintId, HomeId, Instant } from '../../types/ids';
import type { ActionClock } from '../../types/vocabulary';
import { engineering, estate, FRIDAY_10, handler, head, receptionist } from './a-complaint';

export const anOpening = (changes: Partial<Opening> = {}): Opening => ({
  id: 'action-complaint-c1' as ActionId,
  number: 'CH-261120-0001-JZ',
  estateId: estate.id,
  policyVersion: DEFAULT_POLICY.version,
  source: { kind: 'complaint', id: 'c1' as ComplaintId, number: 'CH-261120-0001' },
  departmentId: engineering,
  departmentName: '工程维修部',
  category: 'lift',
  placeText: '3栋电梯',
  likeKeys: likeKeysOf({ estateId: estate.id, category: 'lift', placeText: '3栋电梯', homeId: 'home-1' as HomeId }),
  summary: '三栋电梯又停了，老人下不来',
  why: '有效投诉，重要，物业责任',
  ...changes,
});

let nextCommand = 0;

export class ActionStory {
  action: Action;
  now: Instant;
  readonly policy: Policy;
  #actor: Actor = SYSTEM;

  constructor({ at = FRIDAY_10, policy = DEFAULT_POLICY }: { at?: Instant; policy?: Policy } = {}) {
    this.now = at;
    this.policy = policy;
    this.action = actionOf(openedAction(anOpening(), this.#context()));
  }

  #context(): ActionContext {
    nextCommand += 1;
    return {
      now: this.now,
      commandId: `action-command-${nextCommand}`,
      inputDigest: null,
      actor: this.#actor,
      policy: this.policy,
      calendar: calendarOf(this.policy),
      estate,
      mayBeInCharge: [
        { id: handler.id, name: '王强' },
        { id: head.id, name: '李工' },
      ],
    };
  }

  at(now: Instant): this {
    this.now = now;
    return this;
  }

  later(minutes: number): this {
    return this.at(new Date(Date.parse(this.now) + minutes * 60_000).toISOString());
  }

  by(actor: Actor): this {
    this.#actor = actor;
    return this;
  }

  /** Parsed like the API parses it; nothing happens yet. */
  tries<N extends ActionCommandName>(name: N, input: Partial<ActionCommandInput<N>> = {}) {
    const command = { name, input: ACTION_COMMAND_INPUTS[name].parse(input) } as unknown as ActionPersonCommand;
    return decideAction(this.action, command, this.#context());
  }

  refusal<N extends ActionCommandName>(name: N, input: Partial<ActionCommandInput<N>> = {}): Refusal {
    const answer = this.tries(name, input);
    if (!(answer instanceof Refusal)) throw new Error(`${name} was allowed`);
    return answer;
  }

  #apply(answer: ReturnType<typeof decideAction>): this {
    if (answer instanceof Refusal) throw answer;
    this.action = answer.reduce<Action>((sum, event) => evolveAction(sum, event), this.action);
    return this;
  }

  does<N extends ActionCommandName>(name: N, input: Partial<ActionCommandInput<N>> = {}): this {
    return this.#apply(this.tries(name, input));
  }

  system(command: Exclude<ActionCommand, ActionPersonCommand>): this {
    this.by(SYSTEM);
    return this.#apply(decideAction(this.action, command, this.#context()));
  }

  /** The clock function runs now. */
  clockRuns(): this {
    return this.system({ name: 'elapse' });
  }

  all<T extends ActionEventType>(type: T): ActionEventOf<T>[] {
    return this.action.events.filter((e) => e.type === type) as unknown as ActionEventOf<T>[];
  }

  clock(kind: ActionClock) {
    const found = this.action.clocks.filter((c) => c.kind === kind).at(-1);
    if (found === undefined) throw new Error(`no ${kind} clock`);
    return found;
  }

  /** The head writes the report; 王强 is in charge, planned for a week later. */
  written(): this {
    return this.by(head).does('writeAction', {
      cause: '轴承超期未更换',
      correction: '更换轴承',
      prevention: '列入半年保养计划',
      inChargeId: handler.id,
      plannedAt: new Date(Date.parse(this.now) + 7 * 24 * 3_600_000).toISOString(),
    });
  }

  reported(): this {
    return this.written().later(60).by(handler).does('reportActionDone', { report: '轴承已更换，已列入保养计划' });
  }

  effective(): this {
    return this.reported().later(60).by(receptionist).does('confirmEffect', { findings: '运行一周无异响' });
  }
}

export const anAction = (beginning?: ConstructorParameters<typeof ActionStory>[0]): ActionStory =>
  new ActionStory(beginning);
