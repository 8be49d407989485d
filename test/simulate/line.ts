/** A phone's line to the product: every act arrives in the end, sent again under the same command id as phones do. */
import type { LocalCloud, WeChatAccount } from '../../localcloud/cloud';
import { Failure } from '../../localcloud/failure';
import { type Answer, type ErrorCode, Refusal } from '../../types/errors';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import type { Mishaps } from './mishaps';

/** What must never be answered to somebody who sends what the product offers. */
const BUGS: ReadonlySet<string> = new Set(['internal', 'badInput', 'unknownProcedure']);
const TRIES = 8;
/** Between two tries of the same act. */
const AGAIN_AFTER_MS = 20_000;

export class Line {
  readonly #cloud: LocalCloud;
  readonly #mishaps: Mishaps;
  readonly calls = new Map<string, number>();
  readonly refused = new Map<string, number>();
  /** Tries that ended without an answer or with “unavailable”. */
  lost = 0;
  /** What must never happen: a bug's answer. */
  readonly bugs: string[] = [];

  constructor(cloud: LocalCloud, mishaps: Mishaps) {
    this.#cloud = cloud;
    this.#mishaps = mishaps;
  }

  /**
   * From the mini program, at a simulated time.
   *
   * @param meanwhile refusals that come about when somebody else was faster, and are no bug
   * @throws Refusal; a refusal for good, whatever happened on the way
   */
  async call<N extends ProcedureName>(
    account: WeChatAccount,
    procedure: N,
    input: InputOf<N>,
    at: number,
    meanwhile: readonly ErrorCode[] = [],
  ): Promise<OutputOf<N>> {
    this.calls.set(procedure, (this.calls.get(procedure) ?? 0) + 1);
    for (let n = 0; ; n += 1) {
      const answer = await this.#once(account, procedure, input, at + n * AGAIN_AFTER_MS, n === 0);
      if (answer?.ok === true) return answer.data;
      if (answer !== null && answer.error.code !== 'unavailable') {
        const { code, message, fields, details } = answer.error;
        this.refused.set(`${procedure} ${code}`, (this.refused.get(`${procedure} ${code}`) ?? 0) + 1);
        if (BUGS.has(code) && !meanwhile.includes(code))
          this.bugs.push(`${procedure}: ${code} ${message} ${JSON.stringify(fields ?? {})}`);
        throw new Refusal(code, { message, ...(fields ? { fields } : {}), ...(details ? { details } : {}) });
      }
      this.lost += 1;
      if (n === TRIES) throw new Refusal('unavailable');
    }
  }

  /** Null when the function died. */
  async #once<N extends ProcedureName>(
    { mpOpenid, unionid }: WeChatAccount,
    procedure: N,
    input: InputOf<N>,
    at: number,
    first: boolean,
  ): Promise<Answer<OutputOf<N>> | null> {
    const invoke = async (): Promise<Answer<OutputOf<N>> | null> => {
      try {
        const caller = { source: 'miniprogram', openid: mpOpenid, unionid, at } as const;
        // The wire carries what the contract says; the functions check it themselves.
        return (await this.#cloud.invoke('api', { procedure, input }, caller)) as Answer<OutputOf<N>>;
      } catch (error) {
        if (error instanceof Failure && error.code === 'FUNCTIONS_EXECUTE_FAIL') return null;
        throw error;
      }
    };
    return first && 'commandId' in input ? this.#mishaps.during(procedure, invoke) : invoke();
  }
}
