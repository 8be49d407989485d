/** Where one goes from the desk besides the duties, and for whom. */
import {
  ACTION_READERS,
  CLASSIFIER_READERS,
  DESK,
  FIGURE_READERS,
  INCIDENT_READERS,
  POLICY_READERS,
  REGISTER_READERS,
  ROUTINE_READERS,
  STAFF,
} from '../../../types/contract';
import type { Role } from '../../../types/vocabulary';
import type { IconName } from '../../ui/Icon';
import type { StaffPage } from '../addresses';
import { TEXTS } from './desk-texts';

export interface Shortcut {
  text: string;
  icon: IconName;
  roles: readonly Role[];
  page: StaffPage;
  /** The letter that leads there after G; D is the desk. */
  key: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { text: TEXTS.intake, icon: 'plus', roles: STAFF, page: 'intake', key: 'i' },
  { text: TEXTS.dispatching, icon: 'send', roles: DESK, page: 'triage', key: 't' },
  { text: TEXTS.reviewing, icon: 'check', roles: DESK, page: 'review', key: 'v' },
  { text: TEXTS.route, icon: 'building', roles: ['patrol', 'supervisor', 'receptionist'], page: 'callbacks', key: 'c' },
  { text: TEXTS.actions, icon: 'shield', roles: ACTION_READERS, page: 'actions', key: 'a' },
  { text: TEXTS.register, icon: 'list', roles: REGISTER_READERS, page: 'register', key: 'r' },
  { text: TEXTS.dashboard, icon: 'calendar', roles: FIGURE_READERS, page: 'dashboard', key: 's' },
  { text: TEXTS.box, icon: 'mail', roles: ROUTINE_READERS, page: 'routines', key: 'b' },
  { text: TEXTS.incidents, icon: 'people', roles: INCIDENT_READERS, page: 'incidents', key: 'e' },
  { text: TEXTS.policy, icon: 'edit', roles: POLICY_READERS, page: 'policy', key: 'p' },
  { text: TEXTS.routing, icon: 'filter', roles: ['admin', 'supervisor'], page: 'routing', key: 'o' },
  { text: TEXTS.classifier, icon: 'filter', roles: CLASSIFIER_READERS, page: 'classifier', key: 'k' },
  { text: TEXTS.archive, icon: 'list', roles: ['quality'], page: 'archive', key: 'h' },
];

export const shortcutsOf = (posts: readonly { role: Role }[]): Shortcut[] =>
  SHORTCUTS.filter(({ roles }) => posts.some(({ role }) => roles.includes(role)));
