/** Asks a list again by itself while its page is in sight. */
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

const EVERY_MS = 30_000;

/** Every 30 s while the page is in sight, when it comes back into sight, and by a pull. */
export function useRefresh(refresh: () => Promise<unknown>): void {
  const visible = useRef(true);
  const latest = useRef(refresh);
  latest.current = refresh;
  const first = useRef(true);
  useDidShow(() => {
    visible.current = true;
    if (!first.current) void latest.current();
    first.current = false;
  });
  useDidHide(() => {
    visible.current = false;
  });
  usePullDownRefresh(() => void latest.current().finally(() => Taro.stopPullDownRefresh()));
  useEffect(() => {
    const timer = setInterval(() => {
      if (visible.current) void latest.current();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}
