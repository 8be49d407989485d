import { QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import './app.scss';
import './old-engines';
import { IS_H5 } from './services/browser';
import { queryClient } from './services/query';
import { rememberServerTime } from './services/server-clock';
import { beginSession } from './services/session';
import { readStored, store } from './services/storage';

/** Empty: the one environment that the account has. */
const CLOUD_ENV = process.env.TARO_APP_CLOUD_ENV_ID ?? '';
const CLOCK = 'clock';

if (!IS_H5) Taro.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV });
rememberServerTime({ read: () => readStored(CLOCK), write: (known) => void store(CLOCK, known) });
beginSession();

export default function App({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
