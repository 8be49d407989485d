import { type Answer, ERRORS, type ErrorCode } from '../../types/errors';
import { learnServerTime } from './server-clock';

/** `network`: the answer didn't come, so nobody knows whether it was done; the same commandId may be sent again. */
export type ApiErrorCode = ErrorCode | 'network';

const TEXTS = {
  network: '网络连接不上，请检查网络后重试。',
  unknown: '出错了，请稍后重试。',
} as const;

export class ApiError extends Error {
  readonly code: ApiErrorCode;
  /** Field path → what is wrong with it, in the person's words. */
  readonly fields: Readonly<Record<string, string>>;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(
    code: ApiErrorCode,
    message: string,
    more: { fields?: Record<string, string> | undefined; details?: Record<string, unknown> | undefined } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.fields = more.fields ?? {};
    this.details = more.details ?? {};
  }
}

/** The data of an answer. @throws ApiError for a refusal, or when what came is no answer of ours (a proxy's page, an empty body) */
export function outputOf<T>(answer: Answer<T> | undefined): T {
  if (typeof answer !== 'object' || answer === null || typeof answer.ok !== 'boolean')
    throw new ApiError('network', TEXTS.network);
  learnServerTime(answer.at);
  if (answer.ok) return answer.data;
  const { code, message, fields, details } = answer.error;
  throw new ApiError(code in ERRORS ? code : 'internal', message || ERRORS.internal.text, { fields, details });
}

/** What a failed request becomes: nothing that the platform says is fit for people. */
export const errorOfNetwork = (_cause: unknown): ApiError => new ApiError('network', TEXTS.network);

/** The words for a person, whatever was thrown. */
export const errorText = (error: unknown): string => (error instanceof ApiError ? error.message : TEXTS.unknown);

/** What is wrong with one field; empty when nothing is. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof ApiError ? error.fields[field] : undefined;

const GONE: ReadonlySet<ApiErrorCode> = new Set<ApiErrorCode>(['notFound', 'notAllowed']);

/** It isn't there or isn't theirs: asking again changes nothing. */
export const isGone = (error: unknown): boolean => error instanceof ApiError && GONE.has(error.code);
