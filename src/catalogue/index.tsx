/**
 * Every component of src/ui in every state, for who designs or changes one: `/#/ui` of the local cloud. Not part of a
 * mini program nor of a page built for a real environment (src/app.config.ts).
 */
import './catalogue.scss';
import { useState } from 'react';
import { chooseLargeType, useAppearance } from '../services/appearance';
import { Page } from '../ui/Page';
import { Segments } from '../ui/Segments';
import { Stack } from '../ui/Stack';
import { Switch } from '../ui/Switch';
import { Controls } from './controls';
import { Foundations } from './foundations';
import { Lists } from './lists';
import { Overlays } from './overlays';
import { Signs } from './signs';

const PARTS = [
  { value: 'foundations', text: '基础' },
  { value: 'signs', text: '标记' },
  { value: 'controls', text: '输入' },
  { value: 'lists', text: '列表' },
  { value: 'overlays', text: '浮层' },
] as const;
type PartName = (typeof PARTS)[number]['value'];
const SHOWN = {
  foundations: Foundations,
  signs: Signs,
  controls: Controls,
  lists: Lists,
  overlays: Overlays,
} satisfies Record<PartName, () => JSX.Element>;

export default function CataloguePage() {
  const [part, setPart] = useState<PartName>('foundations');
  const largeType = useAppearance((state) => state.largeType);
  const Shown = SHOWN[part];
  return (
    <Page title="组件" first>
      <Stack>
        <Switch title="关怀版（大字）" on={largeType} onChange={chooseLargeType} />
        <Segments label="组件种类" options={PARTS} value={part} onChange={setPart} />
        <Shown />
      </Stack>
    </Page>
  );
}
