/** Carries one call: in the mini program to the cloud function, on H5 to the web function. Knows nothing of who calls. */
import Taro from '@tarojs/taro';
import type { Answer } from '../../types/errors';
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import { errorOfNetwork, outputOf } from './api-error';
import { IS_H5 } from './browser';

const API_BASE = process.env.TARO_APP_API_BASE ?? '';
/** Milliseconds; a cloud function may start cold. */
const TIMEOUT_MS = 20_000;

/** @throws ApiError */
export async function send<N extends ProcedureName>(name: N, input: InputOf<N>, token?: string): Promise<OutputOf<N>> {
  return outputOf(await (IS_H5 ? post<OutputOf<N>>(name, input, token) : callCloud<OutputOf<N>>(name, input)));
}

async function post<T>(name: string, input: object, token: string | undefined): Promise<Answer<T> | undefined> {
  try {
    const response = await Taro.request<Answer<T>>({
      url: `${API_BASE}/api/${name}`,
      method: 'POST',
      data: JSON.stringify(input),
      header: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      timeout: TIMEOUT_MS,
    });
    return response.data;
  } catch (error) {
    throw errorOfNetwork(error);
  }
}

async function callCloud<T>(name: string, input: object): Promise<Answer<T> | undefined> {
  try {
    const { result } = await Taro.cloud.callFunction({ name: 'api', data: { procedure: name, input } });
    return answerOf<T>(result);
  } catch (error) {
    throw errorOfNetwork(error);
  }
}

/** The cloud's answer is typed as anything; here it enters, and `outputOf` looks at its form. */
function answerOf<T>(result: unknown): Answer<T> | undefined {
  return typeof result === 'object' && result !== null && 'ok' in result ? (result as Answer<T>) : undefined;
}
