import './split.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWideScreen } from './wide-screen';

interface Props {
  /** Stays above the list: filters, a search box. */
  head?: ReactNode;
  list: ReactNode;
  /** What is chosen in the list; on a phone it has a page of its own instead. */
  detail: ReactNode;
  /** Buttons below the detail. */
  bar?: ReactNode;
}

/** List and detail side by side on a wide screen, the list alone on a phone. */
export function Split({ head, list, detail, bar }: Props) {
  const wide = useWideScreen();
  return (
    <View className="hs-split">
      <View className="hs-split__list">
        {head ? <View className="hs-split__head">{head}</View> : null}
        <View className="hs-split__rows">{list}</View>
      </View>
      {wide ? (
        <View className="hs-split__detail">
          <View className="hs-split__body">{detail}</View>
          {bar ? <View className="hs-split__bar">{bar}</View> : null}
        </View>
      ) : null}
    </View>
  );
}
