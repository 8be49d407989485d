import { STATES, STATES_TO_RESIDENT, type State } from '../../types/vocabulary';
import { Badge, type BadgeTone } from './Badge';

const TONES = {
  received: 'important',
  registered: 'important',
  dispatched: 'important',
  investigating: 'primary',
  handling: 'primary',
  reviewing: 'primary',
  informing: 'primary',
  callback: 'primary',
  closed: 'good',
  archived: 'plain',
  withdrawn: 'plain',
  merged: 'plain',
} as const satisfies Record<State, BadgeTone>;

interface StateBadgeProps {
  state: State;
  /** Said in the resident's words instead of the trade's. */
  toResident?: boolean | undefined;
}

export function StateBadge({ state, toResident = false }: StateBadgeProps) {
  return <Badge text={(toResident ? STATES_TO_RESIDENT : STATES)[state]} tone={TONES[state]} />;
}
