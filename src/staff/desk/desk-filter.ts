/**
 * Which duties the desk shows: stays as it was chosen when one comes back from another page, and until the app is closed.
 * Not longer: a morning that begins with yesterday's filter would hide what is late.
 */
import { create } from 'zustand';
import type { Only } from './use-duties';

export const useDeskFilter = create<{ only: Only }>(() => ({ only: 'all' }));
export const showOnly = (only: Only): void => useDeskFilter.setState({ only });
