/** Who changed what, when and why, newest first (RP-09). */
import { Text, View } from '@tarojs/components';
import { timeText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { VersionView } from '../../../types/api/policy';
import { serverNow } from '../../services/server-clock';
import { Card } from '../../ui/Card';
import { EndOfList } from '../../ui/EndOfList';
import { TEXTS } from './policy-texts';

interface Props {
  items: readonly VersionView[];
  zone: Zone;
  /** One change in words. */
  changeText: (change: VersionView['changes'][number]) => string;
  more: boolean;
  loading: boolean;
  error: string;
  onMore: () => void;
}

export function VersionHistory({ items, zone, changeText, more, loading, error, onMore }: Props) {
  return (
    <Card title={TEXTS.history}>
      {items.length === 0 ? <Text className="hs-policy__faint">{TEXTS.noHistory}</Text> : null}
      {items.map((version) => (
        <View key={version.version} className="hs-policy__version">
          <Text className="hs-policy__head">
            {[TEXTS.version(version.version), timeText(version.at, serverNow(), zone), version.by].join(' · ')}
          </Text>
          <Text className="hs-policy__why">{version.why}</Text>
          {version.changes.map((change) => (
            <Text key={change.path} className="hs-policy__faint">
              {changeText(change)}
            </Text>
          ))}
        </View>
      ))}
      {items.length > 0 ? <EndOfList more={more} loading={loading} error={error} onMore={onMore} /> : null}
    </Card>
  );
}
