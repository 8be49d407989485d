import './pending-visits.scss';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../services/me';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon, type IconName } from '../../ui/Icon';
import { toast } from '../../ui/toast';
import { openCase, openVisit } from '../addresses';
import { TEXTS } from './pending-texts';
import {
  forgetVisit,
  keepAgain,
  keepAsNote,
  sayWhatWasSent,
  sendPendingVisits,
  takeBack,
  usePendingVisits,
  useSendingVisits,
} from './use-pending-visits';
import { isOf, type Visit } from './visit-queue';

/** “3 条待同步”, what the phone has no room for, and what needs a choice; nothing while all is confirmed. */
export function PendingVisits() {
  const { visits, unkept, sending } = usePendingVisits();
  const personId = useMe().data?.personId ?? null;
  useSendingVisits();
  const mine = visits.filter((visit) => isOf(visit, personId));
  const waiting = mine.filter((visit) => visit.refusal === null);
  const refused = mine.filter((visit) => visit.refusal !== null);
  const others = visits.length - mine.length;
  return (
    <>
      {unkept.length > 0 ? <Unkept count={unkept.length} /> : null}
      {waiting.length > 0 ? <Waiting count={waiting.length} sending={sending} /> : null}
      {refused.map((visit) => (
        <Refused key={visit.commandId} visit={visit} sending={sending} />
      ))}
      {others > 0 ? <Notice icon="people" title={TEXTS.others(others)} notes={[TEXTS.othersNote]} /> : null}
    </>
  );
}

function Waiting({ count, sending }: { count: number; sending: boolean }) {
  const send = async () => {
    const result = await sendPendingVisits();
    if (result.confirmed.length > 0) sayWhatWasSent(result);
    else toast(TEXTS.stillOffline, 'bad');
  };
  return (
    <Notice
      icon="offline"
      title={TEXTS.waiting(count)}
      notes={[sending ? TEXTS.sendingNote(count) : TEXTS.note]}
      beside={
        <Button
          text={TEXTS.send}
          busyText={TEXTS.sending}
          busy={sending}
          tone="secondary"
          size="small"
          onPress={() => void send()}
        />
      }
    />
  );
}

/** What would be lost if the program ended now. */
function Unkept({ count }: { count: number }) {
  const again = () => {
    if (keepAgain()) toast(TEXTS.keptNow, 'good');
    else toast(TEXTS.stillFull, 'bad');
  };
  return (
    <Notice
      icon="alert"
      alarming
      title={TEXTS.unkept(count)}
      notes={[TEXTS.unkeptNote]}
      below={<Button text={TEXTS.keepAgain} tone="secondary" block onPress={again} />}
    />
  );
}

/** Doing it again helps where what was written is wrong or the phone had no room, not where somebody was faster. */
const CORRECTABLE: ReadonlySet<string> = new Set(['badInput', 'phoneFull']);

/** The server has decided against it: what becomes of it is chosen by the person, never by itself (CB-04). */
function Refused({ visit, sending }: { visit: Visit; sending: boolean }) {
  const [asking, setAsking] = useState(false);
  const home = visit.homeText || visit.number;
  const correctable = visit.as === 'callback' && CORRECTABLE.has(visit.refusal?.code ?? '');
  const note = async () => {
    const arrived = await keepAsNote(visit);
    toast(arrived ? TEXTS.noted : TEXTS.notedLater, arrived ? 'good' : 'plain');
  };
  const correct = () => {
    takeBack(visit.commandId);
    openVisit(visit.complaintId);
  };
  return (
    <Notice
      icon="alert"
      alarming
      title={TEXTS.refused(home)}
      notes={[visit.refusal?.text ?? '', correctable ? TEXTS.chooseOrCorrect : TEXTS.choose]}
      below={
        <>
          {correctable ? <Button text={TEXTS.correct} block onPress={correct} /> : null}
          <Button
            text={TEXTS.asNote}
            tone={correctable ? 'secondary' : 'primary'}
            block
            busy={sending}
            onPress={() => void note()}
          />
          <View className="hs-pending__pair">
            <Button text={TEXTS.look} tone="secondary" block onPress={() => openCase(visit.complaintId)} />
            <Button text={TEXTS.drop} tone="secondary" block onPress={() => setAsking(true)} />
          </View>
          <Dialog
            open={asking}
            title={TEXTS.dropTitle}
            body={TEXTS.dropBody(home)}
            confirmText={TEXTS.dropConfirm}
            danger
            onConfirm={() => forgetVisit(visit)}
            onCancel={() => setAsking(false)}
          />
        </>
      }
    />
  );
}

interface NoticeProps {
  icon: IconName;
  title: string;
  notes: readonly string[];
  alarming?: boolean;
  beside?: ReactNode;
  below?: ReactNode;
}

function Notice({ icon, title, notes, alarming = false, beside, below }: NoticeProps) {
  return (
    <View className={`hs-pending ${alarming ? 'is-alarming' : ''}`} ariaRole={alarming ? 'alert' : 'status'}>
      <View className="hs-pending__top">
        <Icon name={icon} />
        <View className="hs-pending__words">
          <Text className="hs-pending__count">{title}</Text>
          {notes.map((note) => (
            <Text key={note} className="hs-pending__note">
              {note}
            </Text>
          ))}
        </View>
        {beside}
      </View>
      {below === undefined ? null : <View className="hs-pending__choice">{below}</View>}
    </View>
  );
}
