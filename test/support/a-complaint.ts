/**
 * A complaint's story for tests: people do things one after another, the rules decide. Given–when–then without mocks:
 * `aComplaint().inState('handling').by(handler).does('complete', {…})`.
 */
import type { Lot } from '../../domain/callback/plan-callback';
import { calendarOf } from '../../domain/clock/calendar';
import type { Complaint } from '../../domain/complaint/complaint';
import type { Earlier } from '../../domain/complaint/complained-again';
import type { Command, Context, IncidentSeen, PersonCommand, SystemCommand } from '../../domain/complaint/command';
import { decide, open } from '../../domain/complaint/decide';
import type { ComplaintEvent, EventOf, EventType, Filing } from '../../domain/complaint/events';
import { complaintOf, evolve } from '../../domain/complaint/evolve';
import { type Actor, SYSTEM } from '../../domain/people/actor';
import type { Estate } from '../../domain/people/estate';
import { DEFAULT_POLICY, type Policy } from '../../domain/policy/defaults';
import { type CommandInput, type CommandName, COMMAND_INPUTS } from '../../types/commands';
import { Refusal } from '../../types/errors';
import type {
  CommandId,
  CompanyId,
  ComplaintId,
  DepartmentId,
  EstateId,
  HomeId,
  IncidentId,
  Instant,
  PersonId,
  PhotoId,
} from '../../types/ids';
import type { Proposal } from '../../types/proposal';
import type { Role, Signal, State } from '../../types/vocabulary';

/** Friday 2026-11-20 10:00 in Shanghai. */
export const FRIDAY_10: Instant = '2026-11-20T02:00:00.000Z';

/** Evidence of what was done. */
export const photoAfter = 'photo-after' as PhotoId;

const estateId = 'estate-1' as EstateId;
export const engineering = 'dept-engineering' as DepartmentId;
export const order = 'dept-order' as DepartmentId;

export const estate: Estate = {
  id: estateId,
  companyId: 'company' as CompanyId,
  code: 'CH',
  name: '春和苑',
  servicePhone: '0755-80000000',
  emergency: [],
  buildings: ['1', '2', '3'],
  publicPlaces: ['地下车库'],
  departments: [
    { id: 'dept-desk' as DepartmentId, name: '住户服务中心', trade: 'serviceDesk' },
    { id: engineering, name: '工程维修部', trade: 'engineering' },
    { id: order, name: '秩序部', trade: 'order' },
  ],
  routing: {},
};

const staff = (
  id: string,
  role: Exclude<Role, 'resident'>,
  departmentId: DepartmentId | null = null,
): Actor & { id: PersonId } => ({ id: id as PersonId, staffName: id, posts: [{ role, estateId, departmentId }] });
export const resident: Actor & { id: PersonId } = { id: 'resident' as PersonId, staffName: '', posts: [] };
export const neighbour: Actor & { id: PersonId } = { id: 'neighbour' as PersonId, staffName: '', posts: [] };
export const receptionist = staff('receptionist', 'receptionist');
export const supervisor = staff('supervisor', 'supervisor');
export const head = staff('head', 'departmentHead', engineering);
export const headOfOrder = staff('headOfOrder', 'departmentHead', order);
export const handler = staff('handler', 'handler', engineering);
export const patrol = staff('patrol', 'patrol');
export const manager = staff('manager', 'manager');
export const generalManager = staff('generalManager', 'generalManager');
export const quality = staff('quality', 'quality');
export const EVERYONE = [
  resident,
  neighbour,
  receptionist,
  supervisor,
  head,
  headOfOrder,
  handler,
  patrol,
  manager,
  generalManager,
  quality,
];

export const aProposal = (changes: Partial<Proposal> = {}): Proposal => ({
  kind: { value: 'complaint', confidence: 0.95, runnerUp: 'repair' },
  // Unsure, so that nothing is dispatched by itself.
  category: { value: 'lift', confidence: 0.6, runnerUp: 'facility' },
  responsibility: { value: 'own', confidence: 0.9, runnerUp: 'external' },
  severity: [],
  groupSize: null,
  place: { building: null, unit: null, room: null, area: null },
  why: ['电梯'],
  ...changes,
});

export const withSignal = (...signals: Signal[]): Proposal =>
  aProposal({ severity: signals.map((signal) => ({ signal, evidence: signal })) });

const filing = (changes: Partial<Filing> = {}): Filing => ({
  id: 'c1' as ComplaintId,
  number: 'CH-261120-0001',
  companyId: 'company' as CompanyId,
  estateId,
  policyVersion: DEFAULT_POLICY.version,
  kind: 'complaint',
  channel: 'officialAccount',
  description: '三栋电梯又停了，老人下不来',
  photos: [],
  place: {},
  placeText: '3栋',
  occurredAt: null,
  about: '',
  wish: '',
  wishBy: null,
  groupSize: null,
  filerId: resident.id,
  homeId: 'home-1' as HomeId,
  homeText: '3栋2单元501',
  hideIdentity: false,
  onBehalfOf: '',
  sealedCaller: '',
  firstContact: null,
  keyCustomer: false,
  ...changes,
});

export interface Beginning {
  filing?: Partial<Filing>;
  proposal?: Proposal;
  confirmed?: boolean;
  policy?: Policy;
  at?: Instant;
  /** What the home complained of before. */
  earlier?: readonly Earlier[];
}

let nextCommand = 0;
const freshId = (): CommandId => `command-${++nextCommand}` as CommandId;

export class Story {
  complaint: Complaint;
  now: Instant;
  readonly policy: Policy;
  earlier: readonly Earlier[] = [];
  lot: Lot = { drawn: true, position: 1, recentlySurveyed: false };
  incident: IncidentSeen | null = null;
  praised: Context['praised'] = null;
  names: Context['names'] = [];
  handlers: Context['handlers'] = [
    { id: handler.id, name: '王强' },
    { id: head.id, name: '李工' },
  ];
  #actor: Actor = SYSTEM;

  constructor({
    filing: changes,
    proposal = aProposal(),
    confirmed = true,
    policy = DEFAULT_POLICY,
    at = FRIDAY_10,
    earlier = [],
  }: Beginning = {}) {
    this.now = at;
    this.policy = policy;
    this.#actor = changes?.firstContact === undefined ? resident : receptionist;
    this.complaint = complaintOf(
      open(filing(changes), proposal, { confirmed, byRole: 'resident', earlier }, this.context()),
    );
  }

  context(commandId: CommandId = freshId()): Context {
    return {
      now: this.now,
      commandId,
      inputDigest: null,
      actor: this.#actor,
      policy: this.policy,
      calendar: calendarOf(this.policy),
      estate,
      handlers: this.handlers,
      lot: this.lot,
      earlier: this.earlier,
      incident: this.incident,
      praised: this.praised,
      names: this.names,
      newIncidentId: `i-${commandId}` as IncidentId,
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

  notDrawn(): this {
    this.lot = { drawn: false, position: 2, recentlySurveyed: false };
    return this;
  }

  #decide(command: Command): readonly ComplaintEvent[] | Refusal {
    return decide(this.complaint, command, this.context());
  }

  /** Parsed like the API parses it, so defaults are filled. */
  #command<N extends CommandName>(name: N, input: unknown): PersonCommand {
    return { name, input: COMMAND_INPUTS[name].parse(input) } as unknown as PersonCommand;
  }

  /** What the rules answer; nothing happens yet. */
  tries<N extends CommandName>(name: N, input: Partial<CommandInput<N>> = {}): readonly ComplaintEvent[] | Refusal {
    return this.#decide(this.#command(name, input));
  }

  refusal<N extends CommandName>(name: N, input: Partial<CommandInput<N>> = {}): Refusal {
    const answer = this.tries(name, input);
    if (!(answer instanceof Refusal)) throw new Error(`${name} was allowed: ${answer.map((e) => e.type).join(', ')}`);
    return answer;
  }

  #apply(answer: readonly ComplaintEvent[] | Refusal): this {
    if (answer instanceof Refusal) throw answer;
    this.complaint = answer.reduce<Complaint>((sum, event) => evolve(sum, event), this.complaint);
    return this;
  }

  does<N extends CommandName>(name: N, input: Partial<CommandInput<N>> = {}): this {
    return this.#apply(this.tries(name, input));
  }

  system(command: SystemCommand): this {
    this.by(SYSTEM);
    return this.#apply(this.#decide(command));
  }

  /** The clock function runs now. */
  clockRuns(): this {
    return this.system({ name: 'elapse' });
  }

  types(): EventType[] {
    return this.complaint.events.map((e) => e.type);
  }

  all<T extends EventType>(type: T): EventOf<T>[] {
    return this.complaint.events.filter(
      (e): e is Extract<ComplaintEvent, { type: T }> => e.type === type,
    ) as unknown as EventOf<T>[];
  }

  clock(kind: Complaint['clocks'][number]['kind']) {
    const found = this.complaint.clocks.filter((c) => c.kind === kind).at(-1);
    if (found === undefined) throw new Error(`no ${kind} clock`);
    return found;
  }

  /** Walks the ordinary way up to a state, a minute per step. */
  inState(state: State): this {
    const tomorrow = () => new Date(Date.parse(this.now) + 24 * 3_600_000).toISOString();
    const way: [State, () => unknown][] = [
      ['received', () => this.by(receptionist).does('confirmRecord')],
      [
        'registered',
        () =>
          this.by(receptionist).does('dispatch', {
            kind: this.complaint.kind,
            category: 'lift',
            responsibility: 'own',
            departmentId: engineering,
          }),
      ],
      ['dispatched', () => this.by(head).does('signFor', { handlerId: handler.id })],
      [
        'investigating',
        () => {
          this.by(handler)
            .does('recordInvestigation', { findings: '曳引机异响', valid: true, responsibility: 'own' })
            .does('writePlan', { measures: '更换轴承', expectedAt: tomorrow() });
          if (this.complaint.state === 'investigating') this.by(manager).does('signPlan');
        },
      ],
      [
        'handling',
        () =>
          this.by(handler).does('complete', {
            outcome: 'fixed',
            result: '已更换轴承，试运行正常',
            photos: [photoAfter],
          }),
      ],
      ['reviewing', () => this.by(receptionist).does('passReview')],
      ['informing', () => this.system({ name: 'resultReached', how: 'message' })],
      [
        'callback',
        () =>
          this.complaint.callback?.form === 'survey'
            ? this.by(resident).does('answerSurvey', { solved: true, satisfaction: 5, wantsFollowUp: false })
            : this.by(patrol).does('recordCallback', { form: 'visit', reached: true, solved: true, satisfaction: 5 }),
      ],
    ];
    for (const [from, step] of way) {
      if (this.complaint.state === state) return this;
      if (this.complaint.state === from) {
        this.later(1);
        step();
      }
    }
    if (this.complaint.state !== state) throw new Error(`the story ends in ${this.complaint.state}, not in ${state}`);
    return this;
  }
}

export const aComplaint = (beginning?: Beginning): Story => new Story(beginning);
