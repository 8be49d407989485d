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
import {
  openArchive,
  openActions,
  openCallbacks,
  openClassifier,
  openDashboard,
  openIncidents,
  openIntake,
  openPolicy,
  openRegister,
  openReview,
  openRoutines,
  openRouting,
  openTriage,
} from '../addresses';
import { TEXTS } from './desk-texts';

interface Shortcut {
  text: string;
  icon: IconName;
  roles: readonly Role[];
  open: () => void;
}

const SHORTCUTS: readonly Shortcut[] = [
  { text: TEXTS.intake, icon: 'plus', roles: STAFF, open: () => openIntake() },
  { text: TEXTS.dispatching, icon: 'send', roles: DESK, open: openTriage },
  { text: TEXTS.reviewing, icon: 'check', roles: DESK, open: openReview },
  { text: TEXTS.route, icon: 'building', roles: ['patrol', 'supervisor', 'receptionist'], open: openCallbacks },
  { text: TEXTS.actions, icon: 'check', roles: ACTION_READERS, open: openActions },
  { text: TEXTS.register, icon: 'list', roles: REGISTER_READERS, open: () => openRegister() },
  { text: TEXTS.dashboard, icon: 'calendar', roles: FIGURE_READERS, open: openDashboard },
  { text: TEXTS.box, icon: 'mail', roles: ROUTINE_READERS, open: openRoutines },
  { text: TEXTS.incidents, icon: 'people', roles: INCIDENT_READERS, open: () => openIncidents() },
  { text: TEXTS.policy, icon: 'edit', roles: POLICY_READERS, open: openPolicy },
  { text: TEXTS.routing, icon: 'filter', roles: ['admin', 'supervisor'], open: openRouting },
  { text: TEXTS.classifier, icon: 'filter', roles: CLASSIFIER_READERS, open: openClassifier },
  { text: TEXTS.archive, icon: 'list', roles: ['quality'], open: openArchive },
];

export const shortcutsOf = (posts: readonly { role: Role }[]): Shortcut[] =>
  SHORTCUTS.filter(({ roles }) => posts.some(({ role }) => roles.includes(role)));
