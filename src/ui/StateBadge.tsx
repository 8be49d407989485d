import { STATES, type State } from '../../types/vocabulary';
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

export function StateBadge({ state }: { state: State }) {
  return <Badge text={STATES[state]} tone={TONES[state]} />;
}
