/** What people of the demo do on their phones: calls of the product by its own entries, at a moment of the past. */
import * as z from 'zod/mini';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import type { LocalCloud, WeChatAccount } from '../cloud';
import type { Moment } from './timeline';

/** A call of the seed was refused: the demo and the rules have grown apart. */
export class SeedRefused extends Error {
  readonly code: string;
  constructor(key: string, procedure: string, code: string, message: string) {
    super(`${key} · ${procedure}: ${code} ${message}`);
    this.code = code;
  }
}

const Answered = z.object({
  ok: z.boolean(),
  data: z.optional(z.unknown()),
  error: z.optional(
    z.object({ code: z.string(), message: z.string(), fields: z.optional(z.record(z.string(), z.string())) }),
  ),
});

const outputOf = <N extends ProcedureName>(answer: unknown, key: string, procedure: N): OutputOf<N> => {
  const { ok, data, error } = Answered.parse(answer);
  // What the product answers has the form its contract says.
  if (ok) return data as OutputOf<N>;
  const fields = error?.fields === undefined ? '' : ` ${JSON.stringify(error.fields)}`;
  throw new SeedRefused(key, procedure, error?.code ?? 'unknown', `${error?.message ?? ''}${fields}`);
};

export class Phones {
  readonly #cloud: LocalCloud;
  readonly #accounts = new Map<string, WeChatAccount>();
  readonly #tokens = new Map<string, { token: string; until: Moment }>();
  #commands = 0;

  constructor(cloud: LocalCloud) {
    this.#cloud = cloud;
  }

  add(account: WeChatAccount): void {
    this.#cloud.wechat.addAccount(account);
    this.#accounts.set(account.key, account);
  }

  account(key: string): WeChatAccount {
    const account = this.#accounts.get(key);
    if (account === undefined) throw new Error(`nobody in the demo is called ${key}`);
    return account;
  }

  /** The same in every seed, so that the same demo has the same history. */
  commandId(): string {
    this.#commands += 1;
    return `seed-${String(this.#commands).padStart(6, '0')}`;
  }

  /** From the mini program. @throws SeedRefused */
  async mini<N extends ProcedureName>(key: string, procedure: N, input: InputOf<N>, at: Moment): Promise<OutputOf<N>> {
    const { mpOpenid, unionid } = this.account(key);
    const caller = { source: 'miniprogram', openid: mpOpenid, unionid, at } as const;
    return outputOf(await this.#cloud.invoke('api', { procedure, input }, caller), key, procedure);
  }

  /** From the official account's H5 page. Moves the cloud's clock: to be run alone. @throws SeedRefused */
  async page<N extends ProcedureName>(key: string, procedure: N, input: InputOf<N>, at: Moment): Promise<OutputOf<N>> {
    this.#cloud.clock.set(at);
    const known = this.#tokens.get(key);
    const token = known !== undefined && at < known.until ? known.token : await this.#cloud.login(key);
    this.#tokens.set(key, { token, until: at + 5 * 24 * 3_600_000 });
    return outputOf((await this.#cloud.callApi(procedure, input, token)).body, key, procedure);
  }
}
