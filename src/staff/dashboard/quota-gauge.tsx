/** CB-01: how many were called back of those who should be, against what is asked. */
import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import type { Quota } from '../../../types/api/dashboard';
import { gaugePicture } from './chart-picture';
import { percent, TEXTS } from './dashboard-texts';
import { FigureButton } from './figure-button';
import type { OpenFigure } from './lists';

interface Props {
  name: string;
  quota: Quota;
  open: OpenFigure;
}

export function QuotaGauge({ name, quota: { quota, done, drawn }, open }: Props) {
  const { share } = done;
  const picture = useMemo(() => gaugePicture(share ?? 0, quota), [share, quota]);
  return (
    <View className="hs-quota">
      <View className="hs-quota__gauge" style={{ backgroundImage: picture }}>
        <Text className="hs-quota__share">{share === null ? TEXTS.none : percent(share)}</Text>
        <Text className="hs-quota__asked">{TEXTS.quota(percent(quota))}</Text>
        {share === null ? null : (
          <Text className={`hs-quota__verdict ${share >= quota ? 'is-met' : ''}`}>
            {share >= quota ? TEXTS.met : TEXTS.short}
          </Text>
        )}
      </View>
      <Text className="hs-quota__name">{name}</Text>
      <View className="hs-figures">
        <FigureButton name={TEXTS.due} value={String(done.whole.count)} onPress={() => open(done.whole.figure)} />
        {drawn === null ? null : (
          <FigureButton
            name={TEXTS.drawn}
            value={String(drawn.part.count)}
            note={drawn.share === null ? undefined : percent(drawn.share)}
            onPress={() => open(drawn.part.figure)}
          />
        )}
        <FigureButton name={TEXTS.done} value={String(done.part.count)} onPress={() => open(done.part.figure)} />
      </View>
    </View>
  );
}
