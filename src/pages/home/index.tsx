import { Text, View } from '@tarojs/components';

export default function Home() {
  return (
    <View>
      <Text>每一条投诉都有回音</Text>
    </View>
  );
}
