/** Plays one complaint from filing to where it stands today, each step by the one whose duty it is. */
import { departmentIdOf } from '../../cloudfunctions/features/estate/found-estate';
import type { CommandName } from '../../types/commands';
import type { ComplaintId, EstateId, PhotoId } from '../../types/ids';
import type { InputOf } from '../../types/procedures';
import type { ComplaintView } from '../../types/views';
import { ROLES } from '../../types/vocabulary';
import { CREW, type Crew } from './crew';
import type { DepartmentKey } from './estates';
import { fileIt } from './filing';
import { awake, DAY, HOUR, MINUTE } from './hours';
import type { Plot, Step, Verdict } from './plot';
import type { Stage } from './stage';
import type { Moment } from './timeline';

type CommandInputOf<N extends CommandName> = Omit<InputOf<N>, 'complaintId' | 'commandId' | 'version'>;

/** More steps than any complaint of the demo has; a story that goes in circles is a mistake. */
const MOST_STEPS = 60;

export class Story {
  readonly #stage: Stage;
  readonly #plot: Plot;
  readonly #crew: Crew;
  readonly #estateId: EstateId;
  #id: ComplaintId | null = null;
  #at: Moment;
  /** Twists that have happened. */
  readonly #done = new Set<string>();
  #notReached = 0;

  constructor(stage: Stage, plot: Plot) {
    this.#stage = stage;
    this.#plot = plot;
    this.#crew = CREW[plot.estate];
    this.#estateId = plot.estate as EstateId;
    this.#at = plot.filedAt;
  }

  async play(): Promise<void> {
    const { id } = await fileIt(this.#plot, this.#estateId, this.#stage);
    this.#id = id;
    let view = await this.#look(this.#at + MINUTE / 2);
    for (let n = 0; n < MOST_STEPS; n += 1) {
      const next = await this.#next(view);
      if (next === null) return;
      view = next;
    }
    throw new Error(`the story of ${view.number} doesn't end`);
  }

  /** The next step from where it stands; null at the end. */
  #next(view: ComplaintView): Promise<ComplaintView | null> {
    switch (view.state) {
      case 'received':
        return this.#do('confirm', this.#receptionist(1), 'confirmRecord', {});
      case 'registered':
        return this.#dispatch(view);
      case 'dispatched':
        return this.#sign(view);
      case 'investigating':
        return this.#investigate(view);
      case 'handling':
        return this.#handle(view);
      case 'reviewing':
        return this.#review();
      case 'informing':
        return this.#inform();
      case 'callback':
        return this.#callBack(view);
      case 'closed':
        return this.#reopen(view);
      case 'archived':
      case 'withdrawn':
      case 'merged':
        return Promise.resolve(null);
    }
  }

  #dispatch(view: ComplaintView): Promise<ComplaintView> {
    const { matter, twists } = this.#plot;
    if (view.actions.includes('forwardPraise')) return this.#forward();
    const { kind, category, responsibility } = matter;
    const wrong = twists.returned !== undefined && this.#once('returned');
    const department: DepartmentKey = !wrong
      ? matter.department
      : matter.department === 'order'
        ? 'engineering'
        : 'order';
    const note = view.wish === '' ? '请按时限处理并反馈。' : `住户诉求：${view.wish}`.slice(0, 200);
    const departmentId = departmentIdOf(this.#estateId, department);
    const classified = { kind, category, responsibility, departmentId, note };
    return this.#do('dispatch', this.#decider(view), 'dispatch', classified);
  }

  /** Above the desk when it came back twice, or was opened again too often. */
  #decider({ next }: ComplaintView): string {
    const { supervisor, manager } = this.#crew;
    if (next?.who === ROLES.supervisor) return supervisor;
    return next?.who === ROLES.manager ? manager : this.#receptionist();
  }

  #forward(): Promise<ComplaintView> {
    const departmentId = departmentIdOf(this.#estateId, this.#plot.matter.department);
    return this.#do('dispatch', this.#receptionist(), 'forwardPraise', { departmentId });
  }

  #sign(view: ComplaintView): Promise<ComplaintView> {
    const { matter, twists } = this.#plot;
    const { reason } = twists;
    if (reason !== undefined && this.#once('reason')) {
      const found = { reason: reason.code, note: reason.note };
      return this.#do('dispatch', this.#crew.supervisor, 'addSeverityReason', found, this.#at + MINUTE);
    }
    const owner = this.#departmentOf(view);
    const head = this.#crew.heads[owner];
    if (owner !== matter.department && this.#once(`return ${view.round}`)) {
      const reason = twists.returned ?? '经核实不属于本部门职责，请重新派单。';
      // Within the time for signing, whoever may be slow otherwise.
      return this.#do('sign', head, 'returnToDesk', { reason }, this.#at + 8 * MINUTE);
    }
    // Beyond the day that names the handler the head has only signed.
    const named = this.#plot.when('nameHandler', this.#at) <= this.#stage.timeline.end;
    const handlerId = named ? { handlerId: this.#stage.cast.personId(this.#handler(owner)) } : {};
    return this.#do('sign', head, 'signFor', handlerId);
  }

  async #investigate(view: ComplaintView): Promise<ComplaintView> {
    const { matter, twists, promised, when } = this.#plot;
    const owner = this.#departmentOf(view);
    if (view.handler === null) {
      const handlerId = this.#stage.cast.personId(this.#handler(owner));
      return this.#do('nameHandler', this.#crew.heads[owner], 'nameHandler', { handlerId });
    }
    const handler = this.#handler(owner);
    if (matter.kind === 'inquiry' || matter.kind === 'suggestion')
      return this.#do('complete', handler, 'writeAnswer', { answer: matter.result });
    if (view.investigation === null) {
      if (twists.withdrawn !== undefined && this.#plot.filer.by === 'resident' && this.#once('withdrawn'))
        return this.#do('investigate', this.#plot.filer.key, 'withdraw', { reason: twists.withdrawn });
      const again = view.round > 1 ? '回访后复查：' : '';
      return this.#do('investigate', handler, 'recordInvestigation', {
        findings: `${again}${matter.findings}`,
        spokeTo: matter.area === '' ? '投诉住户' : '投诉住户、现场值班人员',
        valid: matter.outcome !== 'unfounded',
        responsibility: matter.responsibility,
      });
    }
    if (view.plan === null) {
      const at = when('plan', this.#at);
      // A plan that isn't written yet promises nothing.
      const expectedAt = new Date(promised(Math.min(at, this.#stage.timeline.end))).toISOString();
      return this.#do('plan', handler, 'writePlan', { measures: matter.measures, expectedAt }, at);
    }
    if (twists.planReturned !== undefined && this.#once('planReturned'))
      return this.#do('signPlan', this.#crew.manager, 'returnPlan', { reason: twists.planReturned });
    return this.#do('signPlan', this.#crew.manager, 'signPlan', { note: '同意，按时完成并向住户说明。' });
  }

  async #handle(view: ComplaintView): Promise<ComplaintView> {
    const { matter, twists, filer, photos } = this.#plot;
    const handler = this.#handler(this.#departmentOf(view));
    if (matter.kind === 'inquiry' || matter.kind === 'suggestion')
      return this.#do('complete', handler, 'writeAnswer', { answer: `补充答复：${matter.result}` });
    if (twists.urged !== undefined && filer.by === 'resident' && this.#once('urged'))
      await this.#do('progress', filer.key, 'urge', { words: twists.urged });
    if (twists.added !== undefined && filer.by === 'resident' && this.#once('added'))
      await this.#do('progress', filer.key, 'addWords', { text: twists.added });
    if (twists.note !== undefined && this.#once('note'))
      await this.#do('progress', handler, 'addNote', { text: twists.note });
    if (matter.progress !== undefined && this.#once(`progress ${view.round}`))
      return this.#do('progress', handler, 'reportProgress', { text: matter.progress });
    if (twists.postponed !== undefined && this.#once('postponed')) {
      const promised = Date.parse(view.plan?.expectedAt ?? '') || this.#at;
      const expectedAt = new Date(promised + twists.postponed.hours * HOUR).toISOString();
      return this.#do('progress', handler, 'postpone', { reason: twists.postponed.reason, expectedAt });
    }
    const { after } = matter;
    const evidence =
      after === undefined || !photos ? null : (at: Moment): Promise<PhotoId> => this.#stage.photo(handler, after, at);
    const done = {
      outcome: matter.outcome ?? 'fixed',
      result: view.round > 1 ? `已返工处理：${matter.result}` : matter.result,
      ...(matter.explanation === undefined ? {} : { explanation: matter.explanation }),
    } as const;
    const at = this.#plot.when('complete', this.#at);
    const taken = evidence === null ? [] : [await this.#stage.timeline.step(at, evidence)];
    const why = taken.length === 0 ? { noPhotoReason: '处理部位在设备内部，不便拍照' } : {};
    return this.#do('complete', handler, 'complete', { ...done, ...why, photos: taken }, at);
  }

  #review(): Promise<ComplaintView> {
    const { rework } = this.#plot.twists;
    // What can't be solved is reviewed by the manager.
    const desk = this.#plot.turn % 3 === 0 ? this.#receptionist(1) : this.#crew.supervisor;
    const reviewer = this.#plot.matter.outcome === 'declined' ? this.#crew.manager : desk;
    if (rework !== undefined && this.#once('rework'))
      return this.#do('review', reviewer, 'sendBack', { reason: rework });
    return this.#do('review', reviewer, 'passReview', { note: '资料齐全，结果属实。' });
  }

  async #inform(): Promise<ComplaintView> {
    const { informBy = 'message', reopened } = this.#plot.twists;
    const { filer } = this.#plot;
    if (informBy === 'message' || informBy === 'read') {
      // The result goes out with the next minute, or after the quiet hours.
      if (this.#once('told')) {
        const at = informBy === 'read' ? this.#at + 9 * MINUTE : this.#at + MINUTE;
        if (informBy === 'message') await this.#stage.minute(at);
        this.#at = at;
        return this.#look(at, informBy === 'read' && filer.by === 'resident' ? filer.key : this.#crew.supervisor);
      }
    }
    const at = this.#plot.when('inform', this.#at);
    const latest = await this.#look(at);
    // The message was faster.
    if (latest.state !== 'informing') return latest;
    const how = informBy === 'visit' ? 'visit' : 'phone';
    const teller = how === 'visit' ? this.#patrol() : this.#receptionist();
    const words =
      reopened === undefined ? '已说明处理经过和结果，住户表示知道了。' : '已说明处理结果，住户说再观察两天。';
    return this.#do('inform', teller, 'informResident', { how, words }, at);
  }

  async #callBack(view: ComplaintView): Promise<ComplaintView> {
    const { twists, filer } = this.#plot;
    const { survey, visit } = twists;
    const praise: Verdict = { solved: true, satisfaction: 5, opinions: '' };
    if (view.callback?.form === 'survey') {
      const until = Date.parse(view.callback.surveyUntil ?? '') || this.#at + DAY;
      if (survey !== 'ignored' && filer.by === 'resident') {
        const { solved, satisfaction, opinions, wantsFollowUp = false } = survey ?? praise;
        const at = awake(this.#plot.when('callback', this.#at), this.#plot.turn % 50);
        if (at < until) {
          const answer = { solved, satisfaction, wantsFollowUp, words: opinions };
          return this.#do('callback', filer.key, 'answerSurvey', answer, at);
        }
      }
      await this.#stage.minute(until + MINUTE);
      this.#at = until + MINUTE;
      return this.#look(this.#at);
    }
    const caller = this.#patrol();
    const form = view.callback?.form === 'visit' ? 'visit' : 'phone';
    if (this.#notReached < (twists.notReached ?? 0)) {
      this.#notReached += 1;
      const opinions = form === 'visit' ? '敲门无人应答，已留回访卡' : '电话无人接听';
      return this.#do('callback', caller, 'recordCallback', { form, reached: false, opinions });
    }
    const {
      solved,
      satisfaction,
      opinions,
      wantsFollowUp = false,
    } = this.#once('visited') ? (visit ?? praise) : praise;
    const place = form === 'visit' ? (view.resident?.homeText ?? '') : '';
    const answer = { form, reached: true, solved, satisfaction, wantsFollowUp, opinions, place } as const;
    return this.#do('callback', caller, 'recordCallback', answer);
  }

  #reopen(_view: ComplaintView): Promise<ComplaintView | null> {
    const { filer, twists } = this.#plot;
    if (twists.reopened === undefined || filer.by !== 'resident' || !this.#once('reopened'))
      return Promise.resolve(null);
    return this.#do('reopen', filer.key, 'reopen', { why: twists.reopened });
  }

  /** True the first time. */
  #once(twist: string): boolean {
    if (this.#done.has(twist)) return false;
    this.#done.add(twist);
    return true;
  }

  #receptionist(other = 0): string {
    const { receptionists } = this.#crew;
    return receptionists[(this.#plot.turn + other) % receptionists.length] ?? receptionists[0];
  }

  #patrol(): string {
    const { patrol } = this.#crew;
    return patrol[this.#plot.turn % patrol.length] ?? patrol[0];
  }

  #handler(owner: DepartmentKey): string {
    const handlers = this.#crew.handlers[owner];
    return handlers[this.#plot.turn % handlers.length] ?? handlers[0];
  }

  #departmentOf(view: ComplaintView): DepartmentKey {
    const keys = Object.keys(this.#crew.heads) as DepartmentKey[];
    return (
      keys.find((key) => departmentIdOf(this.#estateId, key) === view.department?.id) ?? this.#plot.matter.department
    );
  }

  #look(at: Moment, key: string = this.#crew.supervisor): Promise<ComplaintView> {
    return this.#stage.tap(key, 'getComplaint', this.#id === null ? {} : { id: this.#id }, at);
  }

  async #do<N extends CommandName>(
    step: Step,
    key: string,
    command: N,
    input: CommandInputOf<N>,
    at = this.#plot.when(step, this.#at),
  ): Promise<ComplaintView> {
    const whole = { ...input, complaintId: this.#id, commandId: this.#stage.commandId() };
    // The envelope and this command's own input make the procedure's input.
    const view = await this.#stage.tap(key, command, whole as unknown as InputOf<N>, at);
    this.#at = at;
    return view as ComplaintView;
  }
}
