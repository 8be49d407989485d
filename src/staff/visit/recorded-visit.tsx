import { Text, View } from '@tarojs/components';
import { timeText } from '../../../domain/clock/describe';
import { SATISFACTIONS } from '../../../types/vocabulary';
import { zoneOf } from '../../services/estates';
import { goBack } from '../../services/navigate';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Heading } from '../../ui/Heading';
import { useNow } from '../../ui/use-now';
import { Page } from '../layout/page';
import { PendingVisits } from './pending-visits';
import type { Visit } from './visit-queue';
import { TEXTS } from './visit-texts';

const WORDS: Readonly<Record<number, string>> = SATISFACTIONS;
const wordOf = (satisfaction: number | undefined): string =>
  satisfaction === undefined ? '' : (WORDS[satisfaction] ?? '');

/** What was recorded here and isn't with the server yet. */
export function RecordedVisit({ visit }: { visit: Visit }) {
  const { record, files, signatureImage } = visit;
  const zone = zoneOf(undefined, '');
  const now = useNow();
  const parts = [
    record.reached ? TEXTS.reachedYes : TEXTS.reachedNo,
    record.solved === undefined ? '' : record.solved ? TEXTS.solvedYes : TEXTS.solvedNo,
    wordOf(record.satisfaction),
    files.length === 0 ? '' : TEXTS.photoCount(files.length),
    signatureImage === null ? '' : TEXTS.signed,
  ].filter((part) => part !== '');
  return (
    <Page title={visit.homeText || TEXTS.title} bar={<Button text={TEXTS.back} block onPress={goBack} />}>
      <View className="hs-visit">
        <PendingVisits />
        <Card>
          <Heading level={2}>{TEXTS.recorded}</Heading>
          <View className="hs-visit__about">
            <Text className="hs-visit__label">{TEXTS.recordedAt(timeText(visit.recordedAt, now, zone))}</Text>
            <Text className="hs-visit__said">{parts.join(' · ')}</Text>
            {record.opinions ? <Text className="hs-visit__said">{record.opinions}</Text> : null}
          </View>
        </Card>
      </View>
    </Page>
  );
}
