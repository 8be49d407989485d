import './split.scss';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWideScreen } from './wide-screen';

interface Props {
  /** Above the list; scrolls away. */
  top?: ReactNode;
  /** Stays above the list: filters, a search box. */
  head?: ReactNode;
  list: ReactNode;
  /** What is chosen in the list (a DetailPane); on a phone it has a page of its own instead. */
  detail: ReactNode;
}

/** List and detail side by side on a wide screen, the list alone on a phone. */
export function Split({ top, head, list, detail }: Props) {
  const wide = useWideScreen();
  return (
    <View className="hs-split">
      <View className="hs-split__list">
        {top}
        {head ? <View className="hs-split__head">{head}</View> : null}
        <View className="hs-split__rows">{list}</View>
      </View>
      {wide ? <View className="hs-split__detail">{detail}</View> : null}
    </View>
  );
}

/** The detail and, below it, what can be done. */
export function DetailPane({ body, bar }: { body: ReactNode; bar?: ReactNode }) {
  return (
    <>
      <View className="hs-split__body">{body}</View>
      {bar ? <View className="hs-split__bar">{bar}</View> : null}
    </>
  );
}
