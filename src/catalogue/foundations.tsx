import { Text, View } from '@tarojs/components';
import { Card } from '../ui/Card';
import { Heading } from '../ui/Heading';
import { Icon, ICONS } from '../ui/Icon';
import { Stack } from '../ui/Stack';

/** Token and what it means, as tokens.scss has them. */
const INKS = [
  ['primary', '主色：可以做的事'],
  ['primary-soft', '主色的底'],
  ['ground', '页面的底'],
  ['surface', '卡片'],
  ['text', '正文'],
  ['text-soft', '次要文字'],
  ['text-faint', '说明文字'],
  ['line', '分隔线'],
  ['ordinary', '一般'],
  ['ordinary-soft', '一般的底'],
  ['important', '重要'],
  ['important-soft', '重要的底'],
  ['hot', '热点'],
  ['hot-soft', '热点的底'],
  ['major', '重大'],
  ['major-soft', '重大的底'],
  ['good', '办好了'],
  ['good-soft', '办好了的底'],
  ['late', '已超时'],
  ['internal', '住户看不到'],
  ['internal-soft', '住户看不到的底'],
] as const;
const TYPE = [12, 14, 16, 18, 22, 28] as const;
const SPACES = [1, 2, 3, 4, 5, 6, 8, 12] as const;

export function Foundations() {
  return (
    <Stack>
      <Card title="颜色">
        <View className="hc-grid">
          {INKS.map(([name, says]) => (
            <View key={name} className="hc-swatch">
              <View className={`hc-swatch__ink hc-ink-${name}`} />
              <Text>{`${name}：${says}`}</Text>
            </View>
          ))}
        </View>
      </Card>
      <Card title="字号">
        <Stack gap="small">
          {TYPE.map((step) => (
            <View key={step} className={`hc-type-${step}`}>{`${step} 每一条投诉都有回音 18:00`}</View>
          ))}
          <Heading level={3}>三级标题</Heading>
        </Stack>
      </Card>
      <Card title="间距">
        <Stack gap="small">
          {SPACES.map((step) => (
            <View key={step} className="hc-swatch">
              <View className={`hc-swatch__size hc-space-${step}`} />
              <Text>{`space-${step}`}</Text>
            </View>
          ))}
        </Stack>
      </Card>
      <Card title="图标">
        <View className="hc-grid">
          {ICONS.map((name) => (
            <View key={name} className="hc-icon">
              <Icon name={name} />
              <Text>{name}</Text>
            </View>
          ))}
          <Icon name="clock" size="small" label="小" />
          <Icon name="clock" label="中" />
          <Icon name="clock" size="large" label="大" />
        </View>
      </Card>
    </Stack>
  );
}
