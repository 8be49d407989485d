/** IN-12: danger to life puts the emergency numbers first, one tap away; the form goes on. */
import './danger-banner.scss';
import { Text, View } from '@tarojs/components';
import { dangerIn } from '../../../domain/classify/danger';
import { callPhone } from '../../services/navigate';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import { Pressable } from '../../ui/Pressable';
import { WORDS } from './words';

interface DangerBannerProps {
  text: string;
  numbers: readonly { label: string; phone: string }[];
  /** For the one who takes the call: what to say to the caller. */
  toCaller?: boolean | undefined;
}

export function DangerBanner({ text, numbers, toCaller = false }: DangerBannerProps) {
  const danger = dangerIn(text)[0];
  if (danger === undefined) return null;
  return (
    <View className="hy-danger" ariaRole="alert">
      <View className="hy-danger__head">
        <Icon name="alert" size="large" />
        <Heading level={2} className="hy-danger__title">
          {WORDS.danger.title[danger]}
        </Heading>
      </View>
      <Text>{toCaller ? WORDS.danger.say[danger] : WORDS.danger.note}</Text>
      <View className="hy-danger__numbers">
        {numbers.map(({ label, phone }) => (
          <Pressable
            key={`${label}${phone}`}
            className="hy-danger__call"
            label={`${WORDS.danger.call}${label} ${phone}`}
            onPress={() => callPhone(phone)}
          >
            <View className="hy-danger__call-inside">
              <Icon name="phone" />
              <Text className="hy-danger__label">{label}</Text>
              <Text className="hy-danger__phone">{phone}</Text>
            </View>
          </Pressable>
        ))}
      </View>
    </View>
  );
}
