import { Text, View } from '@tarojs/components';
import { timeText } from '../../../../domain/clock/describe';
import { MINUTE_MS } from '../../../../domain/clock/zone';
import type { ComplaintView, TimelineEntry } from '../../../../types/views';
import { Card } from '../../../ui/Card';
import { Icon } from '../../../ui/Icon';
import { PhotoRow } from '../../../ui/PhotoRow';
import { Timeline } from '../../../ui/Timeline';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';

/** Only a record that lay on the phone for a while is worth a word. */
const arrivedLater = ({ at, recordedAt }: TimelineEntry): boolean =>
  recordedAt !== null && Date.parse(at) - Date.parse(recordedAt) > 5 * MINUTE_MS;

interface Props {
  view: ComplaintView;
}

/** Who did what when, the last first. */
export function Way({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  return (
    <Card title={TEXTS.timeline}>
      <Timeline
        steps={[...view.timeline].reverse().map((entry, index) => ({
          key: entry.id,
          state: index === 0 && view.closedAt === null ? 'now' : 'done',
          title: entry.title,
          line: [
            entry.by.role === '' || entry.by.role === entry.by.name
              ? entry.by.name
              : `${entry.by.name}（${entry.by.role}）`,
            at(entry.recordedAt ?? entry.at),
            arrivedLater(entry) ? TEXTS.arrivedAt(at(entry.at)) : '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
          detail: entry.detail,
          tone: entry.tone,
          internal: entry.internal,
          struck: entry.struck ? TEXTS.struckEntry(entry.struck.byName, entry.struck.reason) : undefined,
          below: (
            <>
              {entry.internal ? (
                <View className="hs-case__lock">
                  <Icon name="hide" size="small" />
                  <Text>{TEXTS.internalHint}</Text>
                </View>
              ) : null}
              {entry.photos.length > 0 ? <PhotoRow photos={entry.photos} label={entry.title} /> : null}
            </>
          ),
        }))}
      />
    </Card>
  );
}
