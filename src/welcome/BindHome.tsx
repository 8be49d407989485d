import './welcome.scss';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Page } from '../ui/Page';
import { Stack } from '../ui/Stack';
import { Steps } from '../ui/Steps';
import { HomeCode } from './HomeCode';
import { StaffCode } from './StaffCode';
import { WORDS } from './words';

interface BindHomeProps {
  /** Gets the home in words. */
  onBound: (home: string) => void;
  onLater: () => void;
}

export function BindHome({ onBound, onLater }: BindHomeProps) {
  const [who, setWho] = useState<'resident' | 'staff'>('resident');
  const words = who === 'resident' ? WORDS.home : WORDS.staff;
  return (
    <Page title={WORDS.title} first>
      <Stack gap="large">
        <Steps names={WORDS.steps} now={1} />
        <View>
          <Heading level={1}>{words.heading}</Heading>
          <Text className="hy-welcome__lead">{words.lead}</Text>
        </View>
        {who === 'resident' ? <HomeCode onBound={(home) => onBound(home.text)} /> : <StaffCode onJoined={onLater} />}
        <View className="hy-welcome__others">
          <Button
            text={who === 'resident' ? WORDS.home.staff : WORDS.staff.resident}
            tone="quiet"
            size="small"
            onPress={() => setWho(who === 'resident' ? 'staff' : 'resident')}
          />
          <Button text={WORDS.home.later} tone="quiet" size="small" onPress={onLater} />
        </View>
      </Stack>
    </Page>
  );
}
