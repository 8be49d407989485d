import './welcome.scss';
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../types/procedures';
import { Heading } from '../ui/Heading';

/** The text of the privacy notice, heading by heading. */
export function Notice({ sections }: { sections: OutputOf<'privacyNotice'>['sections'] }) {
  return (
    <View>
      {sections.map((section) => (
        <View key={section.heading} className="hy-notice">
          <Heading level={3}>{section.heading}</Heading>
          <Text className="hy-notice__text">{section.text}</Text>
        </View>
      ))}
    </View>
  );
}
