/** One call of a procedure: who calls, when, and what the use case may touch. */
import type { Instant } from '../../types/ids';
import type { OutputOf, ParsedInputOf, ProcedureName } from '../../types/procedures';
import type { Platform } from '../platform/platform';
import type { StoredPerson } from './people/stored-person';

/** Known by WeChat or by a session token, never by what the caller says. */
export interface Identity {
  /** `mp:<openid>` or `oa:<openid>`, and `u:<unionid>` when the accounts are bound together; the most specific first. */
  readonly keys: readonly [string, ...string[]];
}

export interface Call {
  readonly requestId: string;
  readonly now: Instant;
  readonly identity: Identity | null;
  /** Null for a visitor: without consent nothing is stored about them (IN-05). */
  readonly person: StoredPerson | null;
  readonly platform: Platform;
  /** Whether WeChat lets this invocation send messages; others leave them in the outbox. */
  readonly canSendNow: boolean;
  readonly channel: 'miniprogram' | 'officialAccount';
}

/** A call of somebody who has agreed to the privacy notice. */
export type PersonCall = Call & { readonly person: StoredPerson };

/** @throws Refusal */
export type UseCase<N extends ProcedureName> = (input: ParsedInputOf<N>, call: Call) => Promise<OutputOf<N>>;
/** @throws Refusal */
export type PersonUseCase<N extends ProcedureName> = (
  input: ParsedInputOf<N>,
  call: PersonCall,
) => Promise<OutputOf<N>>;
