/** It has arrived: the number, what was promised, what comes next. */
import './receipt.scss';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dueText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { OutputOf } from '../../../types/procedures';
import type { Me } from '../../../types/views';
import { templatesToAsk } from '../../services/message-credit';
import { callPhone, goToTab, replaceByComplaint } from '../../services/navigate';
import { askForMessages, CAN_SUBSCRIBE } from '../../services/subscribe';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Stack } from '../../ui/Stack';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { ContactForm } from '../../welcome/ContactForm';
import { DangerBanner } from './DangerBanner';
import { WORDS } from './words';

interface ReceiptPageProps {
  receipt: OutputOf<'fileComplaint'>;
  zone: Zone;
  me: Me;
  /** What was reported. */
  description: string;
  emergency: readonly { label: string; phone: string }[];
}

export function ReceiptPage({ receipt, zone, me, description, emergency }: ReceiptPageProps) {
  const now = useNow();
  return (
    <Page
      title={WORDS.receipt.title}
      first
      bar={
        <>
          <Button text={WORDS.receipt.home} tone="secondary" block onPress={() => goToTab('home')} />
          <Button text={WORDS.receipt.see} block onPress={() => replaceByComplaint(receipt.id)} />
        </>
      }
    >
      <Stack>
        <DangerBanner text={description} numbers={emergency} />
        <View className="hy-receipt" ariaRole="status">
          <View className="hy-receipt__tick">
            <Icon name="check" size="large" />
          </View>
          <Heading level={2}>{WORDS.receipt.heading}</Heading>
          <Text className="hy-receipt__lead">{WORDS.receipt.lead}</Text>
          <Text className="hy-receipt__number" userSelect>
            {receipt.number}
          </Text>
        </View>
        {receipt.promises.length > 0 ? (
          <Card title={WORDS.receipt.promises}>
            {receipt.promises.map((promise) => (
              <View key={promise.text} className="hy-receipt__promise">
                <Text className="hy-receipt__what">{promise.text}</Text>
                <Text className="hy-receipt__when">{dueText(promise.dueAt, now, zone)}</Text>
              </View>
            ))}
          </Card>
        ) : null}
        <Card title={WORDS.receipt.next} flush>
          <Text className="hy-receipt__next">{receipt.nextText}</Text>
          <Cell
            icon="phone"
            title={WORDS.receipt.phone(receipt.servicePhone)}
            onPress={() => callPhone(receipt.servicePhone)}
          />
        </Card>
        {me.phone === '' ? <LeavePhone me={me} /> : null}
        {CAN_SUBSCRIBE ? <Subscribe credits={me.credits} /> : null}
      </Stack>
    </Page>
  );
}

function Subscribe({ credits }: { credits: Me['credits'] }) {
  const [busy, setBusy] = useState(false);
  const ask = () => {
    setBusy(true);
    askForMessages(templatesToAsk(credits, 'resident'))
      .then((accepted) =>
        accepted > 0 ? toast(WORDS.receipt.subscribe.done, 'good') : toast(WORDS.receipt.subscribe.none),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Card tone="soft">
      <View className="hy-receipt__ask">
        <View className="hy-receipt__ask-words">
          <Text className="hy-receipt__what">{WORDS.receipt.subscribe.title}</Text>
          <Text className="hy-receipt__lead">{WORDS.receipt.subscribe.note}</Text>
        </View>
        <Button text={WORDS.receipt.subscribe.act} size="small" busy={busy} onPress={ask} />
      </View>
    </Card>
  );
}

/** CB-03: without a phone nobody can call back. Asked here, where the reason is plain. */
function LeavePhone({ me }: { me: Me }) {
  const [open, setOpen] = useState(false);
  return (
    <Card tone="soft">
      <View className="hy-receipt__ask">
        <View className="hy-receipt__ask-words">
          <Text className="hy-receipt__what">{WORDS.receipt.contact.title}</Text>
          <Text className="hy-receipt__lead">{WORDS.receipt.contact.note}</Text>
        </View>
        <Button text={WORDS.receipt.contact.act} size="small" onPress={() => setOpen(true)} />
      </View>
      <Sheet open={open} title={WORDS.receipt.contact.title} onClose={() => setOpen(false)}>
        <ContactForm me={me} onSaved={() => setOpen(false)} />
      </Sheet>
    </Card>
  );
}
