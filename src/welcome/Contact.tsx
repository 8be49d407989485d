import './welcome.scss';
import { Text, View } from '@tarojs/components';
import type { Me } from '../../types/views';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Heading } from '../ui/Heading';
import { Page } from '../ui/Page';
import { Stack } from '../ui/Stack';
import { Steps } from '../ui/Steps';
import { ContactForm } from './ContactForm';
import { WORDS } from './words';

interface ContactProps {
  /** The home just bound, in words. */
  home: string;
  me: Me;
  onDone: () => void;
}

export function Contact({ home, me, onDone }: ContactProps) {
  return (
    <Page title={WORDS.title} first>
      <Stack gap="large">
        <Steps names={WORDS.steps} now={2} />
        <View>
          <Badge text={WORDS.contact.bound(home)} tone="good" />
          <Heading level={1} className="hy-welcome__heading">
            {WORDS.contact.heading}
          </Heading>
          <Text className="hy-welcome__lead">{WORDS.contact.lead}</Text>
        </View>
        <ContactForm me={me} onSaved={onDone} />
        <View className="hy-welcome__others">
          <Button text={WORDS.contact.later} tone="quiet" size="small" onPress={onDone} />
        </View>
      </Stack>
    </Page>
  );
}
