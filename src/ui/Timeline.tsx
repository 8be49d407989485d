/** A parcel's way: filled dot = done, ring = now, hollow = to come with its promised time. */
import './Timeline.scss';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface TimelineStep {
  key: string;
  state: 'done' | 'now' | 'next';
  title: string;
  /** Who and when, in one line. */
  line?: string | undefined;
  detail?: string | undefined;
  tone?: 'plain' | 'good' | 'warn' | 'late' | undefined;
  /** Not seen by the resident: set apart for staff. */
  internal?: boolean | undefined;
  /** It was wrong and stays, struck through; why and by whom. */
  struck?: string | undefined;
  /** Photos and the like. */
  below?: ReactNode;
}

const INTERNAL_WORD = '内部';

export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="hy-timeline" ariaRole="list">
      {steps.map((step) => (
        <View
          key={step.key}
          className={`hy-step hy-step--${step.state} hy-step--${step.tone ?? 'plain'} ${step.internal ? 'is-internal' : ''}`}
          ariaRole="listitem"
        >
          <View className="hy-step__rail">
            <View className="hy-step__dot" />
          </View>
          <View className="hy-step__words">
            <View className="hy-step__head">
              <Text className="hy-step__title">{step.title}</Text>
              {step.internal ? <Text className="hy-step__internal">{INTERNAL_WORD}</Text> : null}
            </View>
            {step.line ? <Text className="hy-step__line">{step.line}</Text> : null}
            {step.detail ? (
              <Text className={`hy-step__detail ${step.struck === undefined ? '' : 'is-struck'}`} userSelect>
                {step.detail}
              </Text>
            ) : null}
            {step.struck === undefined ? null : <Text className="hy-step__line">{step.struck}</Text>}
            {step.below}
          </View>
        </View>
      ))}
    </View>
  );
}
