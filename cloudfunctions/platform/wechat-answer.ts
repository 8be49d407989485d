/** What WeChat's error codes mean for a message that was to be sent. */
import type { SendResult } from './wechat';

const OUTCOMES: Readonly<Record<number, SendResult['outcome']>> = {
  0: 'sent',
  40003: 'unreachable', // openid of another app, or of nobody
  43101: 'noCredit', // refused, or the one-time consent is used up
  40037: 'badContent', // no such template
  41030: 'badContent', // no such page
  47003: 'badContent', // a value doesn't fit its field
  40001: 'tryAgain', // token replaced meanwhile
  42001: 'tryAgain', // token expired
  45009: 'tryAgain', // daily quota
  [-604102]: 'uncertain', // the cloud call timed out
};

/** The connection never came about, so nothing can have been delivered. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** @param errcode of the answer; unknown ones (the platform's own -604xxx too) are worth another try. */
export const sendResultOf = (errcode: number, message: string): SendResult => ({
  outcome: OUTCOMES[errcode] ?? 'tryAgain',
  why: errcode === 0 ? 'ok' : `${errcode} ${message}`.slice(0, 200),
});

/** The code of an answer in either spelling; null when it carries none. */
export const errcodeOf = (answer: unknown): { errcode: number; message: string } | null => {
  if (typeof answer !== 'object' || answer === null) return null;
  const fields = answer as Readonly<Record<string, unknown>>;
  const code = Number(fields.errcode ?? fields.errCode ?? Number.NaN);
  return Number.isNaN(code) ? null : { errcode: code, message: String(fields.errmsg ?? fields.errMsg ?? '') };
};

/** What became of a message when sending threw. */
export const resultOfThrown = (thrown: unknown): SendResult => {
  const code = wechatCodeOf(thrown);
  // The platform gives some refusals as an error with WeChat's code in it instead of an answer.
  if (code !== null) return sendResultOf(code.errcode, code.message);
  const why = thrown instanceof Error ? `${thrown.name} ${thrown.message}`.slice(0, 200) : String(thrown);
  return { outcome: NEVER_CONNECTED.includes(String(codeOf(thrown))) ? 'tryAgain' : 'uncertain', why };
};

/** WeChat's codes are large or negative; small numbers are HTTP's or the runtime's own. */
const wechatCodeOf = (thrown: unknown): ReturnType<typeof errcodeOf> => {
  const code =
    errcodeOf(thrown) ?? errcodeOf({ errcode: codeOf(thrown), errmsg: thrown instanceof Error ? thrown.message : '' });
  return code !== null && (code.errcode < 0 || code.errcode >= 40_000) ? code : null;
};

const codeOf = (thrown: unknown): unknown => {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, cause } = thrown as { code?: unknown; cause?: unknown };
  return code ?? codeOf(cause);
};
