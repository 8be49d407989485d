/** Where the app was opened, and whether that has been acted on. */
import Taro from '@tarojs/taro';
import type { Me } from '../../types/views';
import { PAGES } from './navigate';

let settled = false;

/** Opened without a link to anything: at the first page. */
const atStart = (): boolean => {
  const path = (Taro.getLaunchOptionsSync().path ?? '').replace(/^\//, '');
  return path === '' || path === PAGES.home.slice(1);
};

/** Whether somebody who only works here should find the desk instead of the residents' first page: at most once per launch. */
export const belongsAtDesk = (me: Pick<Me, 'staff' | 'homes'>): boolean =>
  !settled && me.staff && me.homes.length === 0 && atStart();

/** From now on the first page is where they went by themselves. */
export const settleLaunch = (): void => {
  settled = true;
};
