/** Where staff can go. The pages of residents stand in services/navigate.ts. */
import Taro from '@tarojs/taro';
import type { CommandName } from '../../types/commands';

const go = (page: string, parameters: Readonly<Record<string, string>> = {}): void => {
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  void Taro.navigateTo({ url: `/staff/${page}/index${query.length > 0 ? `?${query.join('&')}` : ''}` });
};

/** The case, with the form of `command` open. */
export const openCase = (id: string, command?: CommandName): void =>
  go('case', command === undefined ? { id } : { id, do: command });
/** What is known already of what will be recorded. */
export const openIntake = (known: Readonly<Record<string, string>> = {}): void => go('intake', known);
export const openTriage = (): void => go('triage');
export const openReview = (): void => go('review');
export const openCallbacks = (): void => go('callbacks');
export const openVisit = (id: string): void => go('visit', { id });
export const openClassifier = (): void => go('classifier');
export const openArchive = (): void => go('archive');
/** The list of incidents 雷同事件, or one of them. */
export const openIncidents = (id?: string): void => go('incidents', id === undefined ? {} : { id });
/** @param opened what its list is narrowed to (register/opened-with.ts) */
export const openRegister = (opened: Readonly<Record<string, string>> = {}): void => go('register', opened);
export const openDashboard = (): void => go('dashboard');
export const openPolicy = (): void => go('policy');
export const openRouting = (): void => go('routing');
export const openActions = (): void => go('actions');
export const openAction = (id: string): void => go('action', { id });
export const openRoutines = (): void => go('routines');
