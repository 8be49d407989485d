import './pending-visits.scss';
import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { toast } from '../../ui/toast';
import { forgetVisit, keepAsNote, sendPendingVisits, usePendingVisits, useSendingVisits } from './use-pending-visits';

const TEXTS = {
  waiting: (count: number) => `${count} 条待同步`,
  note: '已保存在手机上，联网后自动上传。',
  send: '立即同步',
  sending: '同步中',
  sent: (count: number) => `已同步 ${count} 条`,
  stillOffline: '还是连不上，稍后会再试。',
  refused: (home: string) => `${home} 的回访没有被接受`,
  asNote: '记为备注',
  noted: '已记为备注',
  drop: '放弃',
  choose: '可以把内容记为这条投诉的备注，不计入回访；放弃则只从手机上删除。',
} as const;

/** “3 条待同步”, with a retry; nothing while all is confirmed. */
export function PendingVisits() {
  const { visits, sending } = usePendingVisits();
  const waiting = visits.filter((visit) => visit.refusal === null);
  const refused = visits.filter((visit) => visit.refusal !== null);
  useSendingVisits();
  const send = async () => {
    const sent = await sendPendingVisits();
    if (sent.length > 0) toast(TEXTS.sent(sent.length), 'good');
    else toast(TEXTS.stillOffline, 'bad');
  };
  const note = async (commandId: string) => {
    const sent = await keepAsNote(commandId);
    if (sent.some((visit) => visit.commandId === commandId)) toast(TEXTS.noted, 'good');
  };
  return (
    <>
      {waiting.length > 0 ? (
        <View className="hs-pending" ariaRole="status">
          <Icon name="offline" />
          <View className="hs-pending__words">
            <Text className="hs-pending__count">{TEXTS.waiting(waiting.length)}</Text>
            <Text className="hs-pending__note">{TEXTS.note}</Text>
          </View>
          <Button
            text={TEXTS.send}
            busyText={TEXTS.sending}
            busy={sending}
            tone="secondary"
            size="small"
            onPress={() => void send()}
          />
        </View>
      ) : null}
      {refused.map((visit) => (
        <View key={visit.commandId} className="hs-pending is-refused" ariaRole="alert">
          <Icon name="alert" />
          <View className="hs-pending__words">
            <Text className="hs-pending__count">{TEXTS.refused(visit.homeText || visit.number)}</Text>
            <Text className="hs-pending__note">{visit.refusal}</Text>
            <Text className="hs-pending__note">{TEXTS.choose}</Text>
          </View>
          <View className="hs-pending__choice">
            <Button text={TEXTS.asNote} size="small" busy={sending} onPress={() => void note(visit.commandId)} />
            <Button text={TEXTS.drop} tone="secondary" size="small" onPress={() => forgetVisit(visit.commandId)} />
          </View>
        </View>
      ))}
    </>
  );
}
