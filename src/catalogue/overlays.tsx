import { useState } from 'react';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Dialog } from '../ui/Dialog';
import { Field } from '../ui/Field';
import { Sheet } from '../ui/Sheet';
import { Stack } from '../ui/Stack';
import { TextArea } from '../ui/TextArea';
import { toast } from '../ui/toast';

export function Overlays() {
  const [open, setOpen] = useState<'sheet' | 'dialog' | 'danger' | null>(null);
  const [words, setWords] = useState('');
  const close = () => setOpen(null);
  return (
    <Card title="浮层">
      <Stack gap="small">
        <Button text="打开面板" tone="secondary" onPress={() => setOpen('sheet')} />
        <Button text="打开确认" tone="secondary" onPress={() => setOpen('dialog')} />
        <Button text="打开危险确认" tone="secondary" onPress={() => setOpen('danger')} />
        <Button text="提示：普通" tone="quiet" onPress={() => toast('已复制')} />
        <Button text="提示：成功" tone="quiet" onPress={() => toast('已提交', 'good')} />
        <Button text="提示：失败" tone="quiet" onPress={() => toast('没有保存', 'bad')} />
      </Stack>
      <Sheet open={open === 'sheet'} title="补充" onClose={close} footer={<Button text="提交" block onPress={close} />}>
        <Field label="补充内容">
          <TextArea value={words} onChange={setWords} maxLength={200} />
        </Field>
      </Sheet>
      <Dialog
        open={open === 'dialog'}
        title="确认催办？"
        body="服务中心和工程维修部会立即收到提醒。"
        confirmText="催办"
        onConfirm={close}
        onCancel={close}
      />
      <Dialog
        open={open === 'danger'}
        title="确认撤回？"
        body="撤回后不再处理；以后可以重新提交。"
        confirmText="撤回"
        danger
        onConfirm={close}
        onCancel={close}
      />
    </Card>
  );
}
