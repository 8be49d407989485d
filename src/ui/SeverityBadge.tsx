import { SEVERITIES, type Severity } from '../../types/vocabulary';
import { Badge, type BadgeTone } from './Badge';

const TONES = { ordinary: 'plain', important: 'important', hot: 'hot', major: 'major' } as const satisfies Record<
  Severity,
  BadgeTone
>;

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge text={SEVERITIES[severity]} tone={TONES[severity]} />;
}
