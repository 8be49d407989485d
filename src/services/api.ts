/** One function for every procedure of the API. It waits until it is known who calls, and refuses with ApiError. */
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import { ApiError } from './api-error';
import { session } from './session';
import { send } from './transport';

/** @throws ApiError */
export async function call<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const token = await session.token();
  try {
    return await send(name, input, token);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'notSignedIn' && session.renew(token)) return call(name, input);
    throw error;
  }
}
