import { Text, View } from '@tarojs/components';
import { timeText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { RESPONSIBILITIES } from '../../../../types/vocabulary';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { PhotoRow } from '../../../ui/PhotoRow';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { By } from './by';

interface Props {
  view: ComplaintView;
}

/** What was found out. */
export function Investigation({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  const { investigation } = view;
  if (!investigation) return null;
  return (
    <Card
      title={TEXTS.investigation}
      aside={
        <Badge
          text={investigation.valid ? TEXTS.valid : TEXTS.invalid}
          tone={investigation.valid ? 'important' : 'plain'}
        />
      }
    >
      <Text className="hs-case__said" userSelect>
        {investigation.findings}
      </Text>
      <By
        line={[
          investigation.spokeTo === '' ? '' : TEXTS.spokeTo(investigation.spokeTo),
          RESPONSIBILITIES[investigation.responsibility],
          investigation.byName,
          at(investigation.at),
        ]}
      />
      {investigation.photos.length > 0 ? (
        <View className="hs-case__photos">
          <PhotoRow photos={investigation.photos} label={TEXTS.investigation} />
        </View>
      ) : null}
    </Card>
  );
}
