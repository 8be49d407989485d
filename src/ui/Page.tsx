/**
 * What every page stands in: title, column, safe areas, the bar or the tabs at the bottom, toasts, large type.
 * In the mini program the title is WeChat's own bar; on H5 it is ours.
 */
import './Page.scss';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAppearance } from '../services/appearance';
import { IS_H5 } from '../services/browser';
import { goBack, LEAVING_MS } from '../services/navigate';
import { useNetwork } from '../services/network';
import { Heading } from './Heading';
import { Icon } from './Icon';
import { OfflineNote } from './OfflineNote';
import { Pressable } from './Pressable';
import { TabBar, type TabName } from './TabBar';
import { Toaster } from './Toaster';

export interface PageProps {
  title: string;
  /** One of the tabs' first pages: shows the tabs and no way back. */
  tab?: TabName | undefined;
  /** Nothing lies behind it: no way back is shown. */
  first?: boolean | undefined;
  /** Buttons that stay at the bottom. */
  bar?: ReactNode;
  /** Above them, until it is put right: why the last press didn't work. */
  problem?: string | undefined;
  /** At the right of the title on H5; the mini program keeps that corner for itself, so nothing needed may stand only here. */
  aside?: ReactNode;
  /** `column`: at most 480 px in the middle, for residents. `wide`: the page lays itself out. */
  width?: 'column' | 'wide' | undefined;
  /** Without inner space at the sides, for a page that brings its own ground. */
  flush?: boolean | undefined;
  children: ReactNode;
}

const WORDS = { back: '返回', product: '回音' } as const;

export function Page({
  title,
  tab,
  first = false,
  bar,
  problem,
  aside,
  width = 'column',
  flush = false,
  children,
}: PageProps) {
  const largeType = useAppearance((state) => state.largeType);
  const offline = useNetwork((state) => state.offline);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: IS_H5 ? `${title} · ${WORDS.product}` : title });
  }, [title]);
  // A page that is left stays under the finger for a moment; its second press must not leave the page behind it too.
  const leftAt = useRef(0);
  const back = () => {
    if (Date.now() - leftAt.current < LEAVING_MS) return;
    leftAt.current = Date.now();
    goBack();
  };
  const hasBottom = tab !== undefined || bar !== undefined;
  return (
    <View
      className={`hy-page hy-page--${width} ${IS_H5 ? 'has-header' : ''} ${largeType ? 'hy-large' : ''} ${hasBottom ? 'has-bottom' : ''} ${tab !== undefined && bar !== undefined ? 'has-both' : ''}`}
    >
      {IS_H5 ? (
        <View className="hy-page__header" ariaRole="banner">
          <View className="hy-page__header-inside">
            {tab === undefined && !first ? (
              <Pressable className="hy-page__back" label={WORDS.back} onPress={back}>
                <Icon name="back" />
              </Pressable>
            ) : null}
            <Heading level={1} className="hy-page__title">
              {title}
            </Heading>
            <View className="hy-page__aside">{aside}</View>
          </View>
        </View>
      ) : null}
      <OfflineNote offline={offline} />
      <View className={`hy-page__body ${flush ? 'is-flush' : ''}`} ariaRole="main">
        {children}
      </View>
      {hasBottom ? (
        <View className="hy-page__bottom" ariaRole="contentinfo">
          {problem ? (
            <View className="hy-page__problem" ariaRole="alert">
              {problem}
            </View>
          ) : null}
          {bar !== undefined ? <View className="hy-page__bar">{bar}</View> : null}
          {tab !== undefined ? <TabBar now={tab} /> : null}
        </View>
      ) : null}
      <Toaster />
    </View>
  );
}
