/** WeChat as the use cases see it: sending a subscribe message, and recognising a visitor of the official account. */

/** One subscribe message; `data` has the template's keys with values already short enough. */
export interface SubscribeMessage {
  /** The mini program's openid of the recipient. */
  openId: string;
  templateId: string;
  /** Page of the mini program with its query. */
  page: string;
  data: Readonly<Record<string, string>>;
}

/**
 * What became of a message:
 * `sent`; `noCredit` – refused or used up (43101); `badContent` – the template doesn't take these values (47003, 40037, 41030);
 * `unreachable` – this openid can't be reached (40003); `tryAgain` – quota, network or the platform, surely not delivered;
 * `uncertain` – the connection broke after WeChat may have taken it.
 */
export interface SendResult {
  outcome: 'sent' | 'noCredit' | 'badContent' | 'unreachable' | 'tryAgain' | 'uncertain';
  /** WeChat's code, or what happened on the way. */
  why: string;
}

export interface Wechat {
  /** Whether this invocation may send at all; the outbox waits for one that may. */
  readonly canSend: boolean;
  send(message: SubscribeMessage): Promise<SendResult>;
  /** The official account's openid (and unionid, when the accounts are bound together) behind a one-time code; null for a code that WeChat refuses. */
  recognise(code: string): Promise<{ openId: string; unionId: string | null } | null>;
}
