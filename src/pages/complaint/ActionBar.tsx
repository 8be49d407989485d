/** The buttons of what the resident may do now, as the server says; the first one is the natural one. */
import { View } from '@tarojs/components';
import { useState } from 'react';
import { commandRow } from '../../../domain/complaint/lifecycle';
import type { ComplaintView } from '../../../types/views';
import { openSurvey } from '../../services/navigate';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { Stack } from '../../ui/Stack';
import { AddWords, Reopen, Urge, Withdraw } from './ActionForms';
import { arrange, type ResidentCommand } from './resident-actions';
import { WORDS } from './words';

interface ActionBarProps {
  view: ComplaintView;
  actions: readonly ResidentCommand[];
}

export function ActionBar({ view, actions }: ActionBarProps) {
  const [open, setOpen] = useState<ResidentCommand | 'more' | null>(null);
  const close = () => setOpen(null);
  const start = (command: ResidentCommand) => {
    if (command === 'answerSurvey') {
      close();
      openSurvey(view.id);
    } else setOpen(command);
  };
  const { inSight, behind } = arrange(actions);
  return (
    <>
      {behind.length > 0 ? <Button text={WORDS.more} tone="quiet" onPress={() => setOpen('more')} /> : null}
      {[...inSight].reverse().map((command) => (
        <Button
          key={command}
          text={commandRow(command).label}
          tone={command === actions[0] && command !== 'reopen' ? 'primary' : 'secondary'}
          block
          onPress={() => start(command)}
        />
      ))}
      <Sheet open={open === 'more'} title={WORDS.more} onClose={close}>
        <Stack gap="small">
          {behind.map((command) => (
            <View key={command}>
              <Button text={commandRow(command).label} tone="secondary" block onPress={() => start(command)} />
            </View>
          ))}
        </Stack>
      </Sheet>
      {open === 'addWords' ? <AddWords view={view} onClose={close} /> : null}
      {open === 'urge' ? <Urge view={view} onClose={close} /> : null}
      {open === 'withdraw' ? <Withdraw view={view} onClose={close} /> : null}
      {open === 'reopen' ? <Reopen view={view} onClose={close} /> : null}
    </>
  );
}
