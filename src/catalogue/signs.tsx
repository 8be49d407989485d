import { View } from '@tarojs/components';
import type { Instant } from '../../types/ids';
import { KINDS, type Kind, SEVERITIES, type Severity, STATES, type State } from '../../types/vocabulary';
import { Badge, type BadgeTone } from '../ui/Badge';
import { Card } from '../ui/Card';
import { Countdown } from '../ui/Countdown';
import { KindIcon } from '../ui/KindIcon';
import { SeverityBadge } from '../ui/SeverityBadge';
import { Stack } from '../ui/Stack';
import { StateBadge } from '../ui/StateBadge';
import { Steps } from '../ui/Steps';

const TONES: readonly BadgeTone[] = ['plain', 'primary', 'important', 'hot', 'major', 'good', 'internal'];
const MINUTE = 60_000;
// `Object.keys` knows only texts; these are the tables' own keys.
const keysOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];

const inMinutes = (minutes: number): Instant => new Date(Date.now() + minutes * MINUTE).toISOString() as Instant;

export function Signs() {
  return (
    <Stack>
      <Card title="状态">
        <View className="hc-grid">
          {keysOf<State>(STATES).map((state) => (
            <StateBadge key={state} state={state} />
          ))}
        </View>
      </Card>
      <Card title="状态（对住户）">
        <View className="hc-grid">
          {keysOf<State>(STATES).map((state) => (
            <StateBadge key={state} state={state} toResident />
          ))}
        </View>
      </Card>
      <Card title="级别">
        <View className="hc-grid">
          {keysOf<Severity>(SEVERITIES).map((severity) => (
            <SeverityBadge key={severity} severity={severity} />
          ))}
        </View>
      </Card>
      <Card title="标记">
        <View className="hc-grid">
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone} text={tone} />
          ))}
        </View>
      </Card>
      <Card title="倒计时">
        <Stack gap="small">
          <Countdown dueAt={inMinutes(3 * 24 * 60)} />
          <Countdown dueAt={inMinutes(25)} warnAt={inMinutes(-1)} />
          <Countdown dueAt={inMinutes(-130)} />
          <Countdown dueAt={inMinutes(25)} warnAt={inMinutes(-1)} size="small" />
        </Stack>
      </Card>
      <Card title="类型">
        <View className="hc-grid">
          {keysOf<Kind>(KINDS).map((kind) => (
            <KindIcon key={kind} kind={kind} />
          ))}
          <KindIcon kind="complaint" size="large" />
        </View>
      </Card>
      <Card title="步骤">
        <Stack>
          <Steps names={['到达', '询问', '签名']} now={0} />
          <Steps names={['到达', '询问', '签名']} now={1} />
          <Steps names={['到达', '询问', '签名']} now={2} />
        </Stack>
      </Card>
    </Stack>
  );
}
