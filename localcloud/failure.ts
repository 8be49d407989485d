/**
 * A refusal that travels back over the SDK's wire: `code` is what the SDK's error carries.
 * Everything else that is thrown is a bug of the local cloud itself and answered as SYS_ERR.
 */
export class Failure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const invalidParam = (message: string) => new Failure('INVALID_PARAM', message);
export const databaseFailed = (message: string) => new Failure('DATABASE_REQUEST_FAILED', message);
export const conflict = (message: string) => new Failure('DATABASE_TRANSACTION_CONFLICT', message);

/** The message of anything thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
