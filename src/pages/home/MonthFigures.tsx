/** The month of the estate as it was, small numbers and all. */
import './month-figures.scss';
import { Text, View } from '@tarojs/components';
import type { OutputOf } from '../../../types/procedures';
import { Card } from '../../ui/Card';
import { monthText, percentText } from './figures-text';
import { WORDS } from './words';

type Figures = NonNullable<OutputOf<'homeOverview'>['figures']>;

export function MonthFigures({ figures }: { figures: Figures }) {
  const rates = [
    { label: WORDS.month.onTime, rate: figures.onTime },
    { label: WORDS.month.solved, rate: figures.solved },
    { label: WORDS.month.satisfied, rate: figures.satisfied },
  ];
  return (
    <Card title={WORDS.month.title(monthText(figures.month))}>
      <View className="hy-figures">
        <Figure label={WORDS.month.filed} value={String(figures.filed)} unit={WORDS.month.unit} />
        <Figure label={WORDS.month.closed} value={String(figures.closed)} unit={WORDS.month.unit} />
        {rates.map(({ label, rate }) =>
          rate === null ? (
            <Figure key={label} label={label} value={WORDS.month.none} faint />
          ) : (
            <Figure key={label} label={label} value={percentText(rate)} unit="%" />
          ),
        )}
      </View>
      <Text className="hy-figures__note">
        {rates.some(({ rate }) => rate === null) ? `${WORDS.month.note}${WORDS.month.few}` : WORDS.month.note}
      </Text>
    </Card>
  );
}

function Figure({
  label,
  value,
  unit = '',
  faint = false,
}: {
  label: string;
  value: string;
  unit?: string;
  faint?: boolean;
}) {
  return (
    <View className="hy-figure">
      <View className="hy-figure__value">
        <Text className={faint ? 'hy-figure__none' : 'hy-figure__number'}>{value}</Text>
        {unit ? <Text className="hy-figure__unit">{unit}</Text> : null}
      </View>
      <Text className="hy-figure__label">{label}</Text>
    </View>
  );
}
