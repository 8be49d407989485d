import { useState } from 'react';
import type { PhotoView } from '../../types/views';
import type { Satisfaction } from '../../types/vocabulary';
import { CEILINGS, type Photos, type PickedPhoto, usePhotos } from '../services/photos';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Chips } from '../ui/Chips';
import { Faces } from '../ui/Faces';
import { Field } from '../ui/Field';
import { PhotoPicker } from '../ui/PhotoPicker';
import { Segments } from '../ui/Segments';
import { Stack } from '../ui/Stack';
import { Switch } from '../ui/Switch';
import { TextArea } from '../ui/TextArea';
import { TextInput } from '../ui/TextInput';
import { TimeInput } from '../ui/TimeInput';

const nothing = (): void => undefined;
const PLACES = [
  { value: 'home', text: '家里', icon: 'home' },
  { value: 'lift', text: '电梯' },
  { value: 'garage', text: '车库' },
] as const;
type Place = (typeof PLACES)[number]['value'];

/** As it stands while pictures are on their way. */
const picked = (key: string, part: Partial<PickedPhoto>): PickedPhoto => ({
  key,
  kind: 'photo',
  preview: DOT,
  state: 'done',
  percent: 100,
  error: '',
  accepted: null,
  ...part,
});
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIABAJ/Xzv///ywAAAAAAQABAAACAkQBADs=';
const underWay: Photos = {
  picked: [
    picked('done', {}),
    picked('sending', { state: 'sending', percent: 42 }),
    picked('failed', { state: 'failed', error: '没有连上网络，请重试。' }),
    picked('video', { kind: 'video', preview: '' }),
  ],
  limits: CEILINGS,
  choose: nothing,
  chooseVideo: nothing,
  retry: nothing,
  remove: nothing,
  clear: nothing,
  ids: [] as PhotoView['id'][],
  sending: true,
  failed: true,
  problem: null,
};

export function Controls() {
  const [place, setPlace] = useState<Place | null>('lift');
  const [part, setPart] = useState<Place>('home');
  const [face, setFace] = useState<Satisfaction | null>(null);
  const [words, setWords] = useState('');
  const [time, setTime] = useState('');
  const [on, setOn] = useState(true);
  const photos = usePhotos();
  return (
    <Stack>
      <Card title="按钮">
        <Stack gap="small">
          <Button text="提交投诉" onPress={nothing} block />
          <Button text="催办" tone="secondary" onPress={nothing} />
          <Button text="以后再说" tone="quiet" onPress={nothing} />
          <Button text="撤回" tone="danger" icon="undo" onPress={nothing} />
          <Button text="签收" size="small" onPress={nothing} />
          <Button text="提交" busy busyText="正在提交" onPress={nothing} />
          <Button text="提交（暂不可用）" disabled onPress={nothing} />
        </Stack>
      </Card>
      <Card title="文字">
        <Stack>
          <Field label="称呼" hint="例如：张女士">
            <TextInput value={words} onChange={setWords} placeholder="怎么称呼您" />
          </Field>
          <Field label="手机号码" error="手机号码应为 11 位数字">
            <TextInput value="138" onChange={nothing} kind="phone" />
          </Field>
          <Field label="发生了什么" optional>
            <TextArea value={words} onChange={setWords} maxLength={200} placeholder="一句话就可以" />
          </Field>
          <Field label="发生时间">
            <TimeInput value={time} onChange={setTime} />
          </Field>
        </Stack>
      </Card>
      <Card title="选择">
        <Stack>
          <Field label="在哪里" group>
            <Chips options={PLACES} value={place} onChange={setPlace} clearable />
          </Field>
          <Field label="在哪里（等宽）" group error="请选择一项">
            <Chips options={PLACES} value={null} onChange={setPlace} even />
          </Field>
          <Segments
            label="显示"
            options={PLACES.map(({ value, text }) => ({ value, text, count: value === 'lift' ? 12 : undefined }))}
            value={part}
            onChange={setPart}
          />
          <Switch title="不公开姓名" note="只有服务中心看得到" on={on} onChange={setOn} />
          <Switch title="已关闭的选项" on={false} onChange={nothing} />
          <Field label="您满意吗" group>
            <Faces value={face} onChange={setFace} />
          </Field>
        </Stack>
      </Card>
      <Card title="照片和视频">
        <Stack>
          <Field label="还没有" group>
            <PhotoPicker photos={photos} />
          </Field>
          <Field label="正在上传" group>
            <PhotoPicker photos={underWay} />
          </Field>
        </Stack>
      </Card>
    </Stack>
  );
}
