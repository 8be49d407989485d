import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { dueText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { OutputOf } from '../../../types/procedures';
import { focusOn, IS_H5 } from '../../services/browser';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Icon } from '../../ui/Icon';
import { useNow } from '../../ui/use-now';
import { openCase } from '../addresses';
import { TEXTS } from './intake-texts';

/** IN-06: the number, the promised times and whom to call, in words to read to the caller. */
export function SayBack({
  receipt,
  zone,
  onAnother,
}: {
  receipt: OutputOf<'recordComplaint'>;
  zone: Zone;
  onAnother: () => void;
}) {
  const now = useNow();
  // The next call is one Return away.
  useEffect(() => {
    if (IS_H5) focusOn('.hs-said__buttons .hy-button:last-child');
  }, []);
  return (
    <View className="hs-said">
      <View className="hs-said__head">
        <Icon name="check" size="large" />
        <Text className="hs-said__number">{receipt.number}</Text>
      </View>
      <Card title={TEXTS.readAloud}>
        <Text className="hs-said__line">{TEXTS.sayBack(receipt.number)}</Text>
        <Text className="hs-said__line">{TEXTS.next(receipt.nextText)}</Text>
        {receipt.promises.map((promise) => (
          <Text key={promise.text} className="hs-said__line">
            {TEXTS.promise(promise.text, dueText(promise.dueAt, now, zone))}
          </Text>
        ))}
        <Text className="hs-said__line">{TEXTS.phoneLine(receipt.servicePhone)}</Text>
      </Card>
      <View className="hs-said__buttons">
        <Button text={TEXTS.openCase} tone="secondary" block onPress={() => openCase(receipt.id)} />
        <Button text={TEXTS.another} icon="plus" block onPress={onAnother} />
      </View>
    </View>
  );
}
