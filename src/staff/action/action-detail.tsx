/** One action, loaded, with the form of what this person may do about it now. */
import '../case/case-detail.scss';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { actionCommandRow } from '../../../domain/action/lifecycle';
import type { ActionCommandName } from '../../../types/action-commands';
import type { ActionId } from '../../../types/ids';
import { errorText, isGone } from '../../services/api-error';
import { WAY_TO_DESK } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { wordsAfter } from '../case/refusal-text';
import { ActionBody } from './action-body';
import { ACTION_FORMS } from './action-forms';
import { TEXTS } from './action-texts';

export function ActionDetail({ id }: { id: ActionId }) {
  const asked = useProcedure('getAction', { id }, { fresh: true });
  const [command, setCommand] = useState<ActionCommandName | null>(null);
  const [notice, setNotice] = useState('');
  const view = asked.data;
  if (view === undefined)
    return (
      <Page title={TEXTS.title}>
        {asked.error ? (
          <ErrorBlock
            text={errorText(asked.error)}
            busy={asked.isFetching}
            {...(isGone(asked.error) ? { way: WAY_TO_DESK } : { onRetry: () => void asked.refetch() })}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  const close = () => {
    setCommand(null);
    setNotice('');
  };
  const possible = command !== null && view.actions.includes(command);
  const Form = command === null ? null : ACTION_FORMS[command];
  const label = command === null ? '' : actionCommandRow(command).label;
  return (
    <Page
      title={TEXTS.title}
      width="wide"
      bar={
        view.actions.length === 0 ? undefined : (
          <View className="hs-actions">
            {[...view.actions].reverse().map((each, at, all) => (
              <Button
                key={each}
                text={actionCommandRow(each).label}
                tone={at === all.length - 1 ? 'primary' : 'secondary'}
                block
                onPress={() => setCommand(each)}
              />
            ))}
          </View>
        )
      }
    >
      <ActionBody view={view} />
      <View className="hs-drawer">
        <Sheet open={command !== null} title={label} onClose={close}>
          {notice === '' ? null : (
            <View className="hs-notice" ariaRole="alert">
              {`${notice}${wordsAfter(possible)}`}
            </View>
          )}
          {Form !== null && possible ? (
            <Form
              key={`${view.id}${command}`}
              view={view}
              onDone={() => {
                toast(TEXTS.saved(label), 'good');
                close();
              }}
              onStale={(text) => {
                setNotice(text);
                void asked.refetch();
              }}
            />
          ) : command === null ? null : (
            <View className="hs-more">
              <View className="hs-more__words">{TEXTS.notPossible}</View>
              <Button text={TEXTS.close} block onPress={close} />
            </View>
          )}
        </Sheet>
      </View>
    </Page>
  );
}
