import { Text, View } from '@tarojs/components';
import { dueText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { Badge } from '../../../ui/Badge';
import { Card } from '../../../ui/Card';
import { PhotoRow } from '../../../ui/PhotoRow';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { By } from './by';

interface Props {
  view: ComplaintView;
}

/** DP-05: what other departments help with. */
export function Subtasks({ view }: Props) {
  const now = useNow();
  if (view.subtasks.length === 0) return null;
  return (
    <Card title={TEXTS.subtasks}>
      {view.subtasks.map((subtask) => (
        <View key={subtask.id} className="hs-reason">
          <View className="hs-reason__head">
            <Text className="hs-reason__text">{`${subtask.departmentName}：${subtask.what}`}</Text>
            <Badge text={TEXTS.subtaskStates[subtask.state]} tone={subtask.late ? 'major' : 'plain'} />
          </View>
          <By
            line={[
              `${dueText(subtask.dueAt, now, view.estate)}完成`,
              subtask.askedByName,
              subtask.handlerName === '' ? subtask.signedByName : subtask.handlerName,
            ]}
          />
          {subtask.result === '' ? null : <Text className="hs-case__said">{subtask.result}</Text>}
          {subtask.photos.length > 0 ? (
            <View className="hs-case__photos">
              <PhotoRow photos={subtask.photos} label={TEXTS.subtasks} />
            </View>
          ) : null}
        </View>
      ))}
    </Card>
  );
}
