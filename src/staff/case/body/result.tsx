import { Text, View } from '@tarojs/components';
import { timeText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { OUTCOMES } from '../../../../types/vocabulary';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { PhotoRow } from '../../../ui/PhotoRow';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { By } from './by';

interface Props {
  view: ComplaintView;
}

/** What was done, and what shows it. */
export function Result({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  const { result } = view;
  if (!result) return null;
  return (
    <Card
      title={TEXTS.result}
      aside={
        <Badge
          text={OUTCOMES[result.outcome]}
          tone={result.outcome === 'fixed' || result.outcome === 'answered' ? 'good' : 'important'}
        />
      }
    >
      <Text className="hs-case__said" userSelect>
        {result.result}
      </Text>
      {result.explanation === '' ? null : (
        <Text className="hs-case__said" userSelect>
          {result.explanation}
        </Text>
      )}
      <By line={[result.byName, at(result.at), result.declaredLate ? TEXTS.declaredLate(at(result.doneAt)) : '']} />
      {result.noPhotoReason === '' ? null : (
        <Text className="hs-case__soft">{TEXTS.noPhoto(result.noPhotoReason)}</Text>
      )}
      {result.signature === null ? null : (
        <View className="hs-case__photos">
          <PhotoRow photos={[result.signature]} label={TEXTS.signature} />
        </View>
      )}
      {result.photos.length > 0 ? (
        <View className="hs-case__photos">
          <PhotoRow photos={result.photos} label={TEXTS.after} />
        </View>
      ) : null}
    </Card>
  );
}
