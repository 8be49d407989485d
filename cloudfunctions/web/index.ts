/** Calls over HTTP, for the H5 page and whoever integrates: the same procedures, known by the session token. */
import { answerCall, refusalAnswer } from '../features/answer-call';
import type { Identity } from '../features/call';
import { ERRORS, type Answer, Refusal } from '../../types/errors';
import { type InvocationContext, invocationOf, platformFor } from '../platform/cloudbase';
import { logOf } from '../platform/log';
import { readToken } from '../platform/session-token';
import { describeApi } from './describe-api';
import { type HttpAnswer, jsonAnswer, jsonOf, requestOf } from './http-event';

const httpAnswer = (answer: Answer<unknown>): HttpAnswer =>
  jsonAnswer(answer.ok ? 200 : ERRORS[answer.error.code].status, answer);

export const main = async (event: unknown, context: InvocationContext): Promise<HttpAnswer> => {
  const invocation = invocationOf(context);
  const { requestId } = invocation;
  const log = logOf(requestId);
  try {
    const { method, path, bearer, body } = requestOf(event);
    if (method === 'OPTIONS') return jsonAnswer(204, undefined);
    if (method === 'GET' && path === '') return jsonAnswer(200, describeApi());
    if (method === 'GET' && path === 'health') return jsonAnswer(200, { ok: true, at: new Date().toISOString() });
    if (method !== 'POST') throw new Refusal('unknownProcedure');
    const platform = platformFor(invocation);
    const now = new Date();
    const keys = bearer === null ? null : await readToken(bearer, platform.config.sessionSecret, now);
    const identity: Identity | null = keys === null ? null : { keys };
    return httpAnswer(
      await answerCall(path, jsonOf(body), {
        requestId,
        now: now.toISOString(),
        identity,
        platform,
        canSendNow: platform.wechat.canSend,
        channel: 'officialAccount',
      }),
    );
  } catch (thrown) {
    return httpAnswer(refusalAnswer(thrown, '?', requestId, log, new Date().toISOString()));
  }
};
