/** One complaint, loaded, with what this person may do about it now; used by the case page and beside a list on wide screens. */
import './case-detail.scss';
import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import type { CommandName } from '../../../types/commands';
import type { ComplaintId } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';
import { STATES } from '../../../types/vocabulary';
import { errorText, isGone } from '../../services/api-error';
import { WAY_TO_DESK } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { openVisit } from '../addresses';
import { noteDoneByMe } from '../list/done-by-me';
import { orderActions, staffActions } from './action-order';
import { CaseBody } from './case-body';
import { TEXTS } from './case-texts';
import { formOf } from './command-form';
import { useAcknowledgement } from './use-acknowledgement';
import { commandLabel } from './command-label';
import { wordsAfter } from './refusal-text';

interface Props {
  id: ComplaintId;
  /** The command whose form stands open at first. */
  open?: CommandName | null | undefined;
  /** Draws body and bar, e.g. the bar fixed at the bottom of a page. */
  children: (parts: { body: ReactNode; bar: ReactNode | undefined }) => ReactNode;
}

export function CaseDetail({ id, open = null, children }: Props) {
  const asked = useProcedure('getComplaint', { id }, { fresh: true });
  const [command, setCommand] = useState<CommandName | null>(open);
  const [choosing, setChoosing] = useState(false);
  const [notice, setNotice] = useState('');
  const view = asked.data;

  useAcknowledgement(view);

  useEffect(() => {
    setCommand(open);
    setNotice('');
  }, [open]);

  if (view === undefined)
    return children({
      body: asked.error ? (
        <ErrorBlock
          text={errorText(asked.error)}
          onRetry={() => void asked.refetch()}
          busy={asked.isFetching}
          way={isGone(asked.error) ? WAY_TO_DESK : undefined}
        />
      ) : (
        <Skeleton cards={3} />
      ),
      bar: undefined,
    });

  const choose = (chosen: CommandName) => {
    setChoosing(false);
    setNotice('');
    if (chosen === 'recordCallback') openVisit(view.id);
    else setCommand(chosen);
  };
  const close = () => {
    setCommand(null);
    setNotice('');
  };
  const { main, beside, more } = orderActions(view);

  return children({
    body: (
      <>
        <CaseBody view={view} />
        <View className="hs-drawer">
          <Sheet open={command !== null} title={command === null ? '' : commandLabel(command)} onClose={close}>
            {notice === '' ? null : (
              <View className="hs-notice" ariaRole="alert">
                {command === null ? notice : `${notice}${wordsAfter(view.actions.includes(command))}`}
              </View>
            )}
            {command === null ? null : (
              <CommandPart
                key={`${view.id}${command}`}
                command={command}
                view={view}
                onChoose={choose}
                onClose={close}
                onDone={() => {
                  toast(TEXTS.done(commandLabel(command)), 'good');
                  close();
                  noteDoneByMe(view.id);
                }}
                onStale={(text) => {
                  setNotice(text);
                  void asked.refetch();
                }}
              />
            )}
          </Sheet>
          <Sheet open={choosing} title={TEXTS.more} onClose={() => setChoosing(false)}>
            <View className="hs-more">
              {more.map((each) => (
                <Button key={each} text={commandLabel(each)} tone="secondary" block onPress={() => choose(each)} />
              ))}
            </View>
          </Sheet>
        </View>
      </>
    ),
    bar:
      main === null && beside.length === 0 ? undefined : (
        <View className="hs-actions">
          {more.length > 0 ? (
            <Button text={TEXTS.moreShort} tone="quiet" onPress={() => setChoosing(true)} label={TEXTS.more} />
          ) : null}
          {beside.map((each) => (
            <Button key={each} text={commandLabel(each)} tone="secondary" block onPress={() => choose(each)} />
          ))}
          {main === null ? null : <Button text={commandLabel(main)} block onPress={() => choose(main)} />}
        </View>
      ),
  });
}

interface PartProps {
  command: CommandName;
  view: ComplaintView;
  onChoose: (command: CommandName) => void;
  onClose: () => void;
  onDone: () => void;
  onStale: (text: string) => void;
}

/** The form of a command that is possible, or what is possible instead. */
function CommandPart({ command, view, onChoose, onClose, onDone, onStale }: PartProps) {
  const Form = formOf(command);
  if (Form !== null && view.actions.includes(command)) return <Form view={view} onDone={onDone} onStale={onStale} />;
  const possible = staffActions(view.actions);
  return (
    <View className="hs-more">
      <View className="hs-more__words">{`${TEXTS.notPossible(STATES[view.state])}。${possible.length > 0 ? TEXTS.possibleNow : TEXTS.nothingPossible}`}</View>
      {possible.map((each) => (
        <Button key={each} text={commandLabel(each)} tone="secondary" block onPress={() => onChoose(each)} />
      ))}
      {possible.length === 0 ? <Button text={TEXTS.close} block onPress={onClose} /> : null}
    </View>
  );
}
