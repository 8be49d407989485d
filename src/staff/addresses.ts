/** Where staff can go. The pages of residents stand in services/navigate.ts. */
import Taro from '@tarojs/taro';
import type { CommandName } from '../../types/commands';

const go = (page: string, parameters: Readonly<Record<string, string>> = {}): void => {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  void Taro.navigateTo({ url: `/staff/${page}/index${query.length > 0 ? `?${query.join('&')}` : ''}` });
};

/** Pages that are opened without knowing anything more. */
export type StaffPage =
  | 'actions'
  | 'archive'
  | 'callbacks'
  | 'classifier'
  | 'dashboard'
  | 'incidents'
  | 'intake'
  | 'policy'
  | 'register'
  | 'review'
  | 'routines'
  | 'routing'
  | 'triage';

/** Over the page that is shown, so that “back” leads to it again; or in its place. */
export const openPage = (page: StaffPage, over = true): void =>
  over ? go(page) : void Taro.redirectTo({ url: `/staff/${page}/index` });

/** The case, with the form of `command` open. */
export const openCase = (id: string, command?: CommandName): void =>
  go('case', command === undefined ? { id } : { id, do: command });
/** What is known already of what will be recorded. */
export const openIntake = (known: Readonly<Record<string, string>> = {}): void => go('intake', known);
export const openVisit = (id: string): void => go('visit', { id });
/** Where one came from; the route when nothing lies behind, as after a restart. */
export const backToRoute = (): void =>
  Taro.getCurrentPages().length > 1 ? void Taro.navigateBack() : openPage('callbacks', false);
/** One of the incidents 雷同事件. */
export const openIncident = (id: string): void => go('incidents', { id });
/** @param opened what its list is narrowed to (register/opened-with.ts) */
export const openRegister = (opened: Readonly<Record<string, string>> = {}): void => go('register', opened);
export const openActions = (): void => go('actions');
export const openAction = (id: string): void => go('action', { id });
export const openRoutines = (): void => go('routines');
