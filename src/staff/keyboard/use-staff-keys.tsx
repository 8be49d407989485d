import type { ReactNode } from 'react';

export interface StaffKeys {
  /** Tells of the keys; at the right of the title. */
  button: ReactNode;
  /** What they do, when asked for. */
  dialog: ReactNode;
}

const NONE: StaffKeys = { button: null, dialog: null };

/** Single keys instead of the mouse; WeChat gives a mini program no keyboard (use-staff-keys.h5.tsx). */
export const useStaffKeys = (): StaffKeys => NONE;
