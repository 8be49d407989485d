import { Text } from '@tarojs/components';

/** Who, when and the like, in one quiet line; what is empty is left out. */
export function By({ line }: { line: readonly string[] }) {
  return <Text className="hs-case__soft">{line.filter((part) => part !== '').join(' · ')}</Text>;
}
