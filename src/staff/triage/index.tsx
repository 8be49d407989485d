import '../case/case-detail.scss';
import './triage.scss';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORIES } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { useCommand, useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { CaseBody } from '../case/case-body';
import { commandLabel } from '../case/command-label';
import { wordsAfter } from '../case/refusal-text';
import { ForwardPraiseForm } from '../case/forms/forward-praise';
import { DispatchForm } from '../case/forms/dispatch';
import { proposedDepartment, returnReason } from '../case/proposed-department';
import { openCase } from '../addresses';
import { type CandidateProps, Queue } from '../list/queue';
import { AlikeMatters } from './alike-matters';
import { proposedDispatch, secondGuess } from './proposed-dispatch';
import { TEXTS } from './triage-texts';

/** The queue on the 10-minute clock. */
export default function Triage() {
  return <Queue only="triage" title={TEXTS.title} words={TEXTS} Candidate={Candidate} />;
}

/** The one in front: everything about it, and the proposal to be taken or changed. */
function Candidate({ id, onDone, children }: CandidateProps) {
  const asked = useProcedure('getComplaint', { id }, { fresh: true });
  const dispatch = useCommand('dispatch');
  const confirm = useCommand('confirmRecord');
  const [changing, setChanging] = useState<'dispatch' | 'forwardPraise' | null>(null);
  const [notice, setNotice] = useState('');
  const view = asked.data;
  if (view === undefined)
    return children({
      body: asked.error ? (
        <ErrorBlock text={errorText(asked.error)} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
      ) : (
        <Skeleton />
      ),
      bar: undefined,
    });

  const proposal = proposedDispatch(view);
  const department = proposedDepartment(view);
  const returned = returnReason(view);
  const instead = secondGuess(view);
  const send = (chosen: typeof proposal) => {
    if (chosen === null) return;
    dispatch
      .run((commandId) => ({ ...chosen, complaintId: view.id, commandId, version: view.version }))
      .then((after) => {
        toast(TEXTS.done(view.number, after.department?.name ?? ''), 'good');
        onDone();
      })
      .catch((error: unknown) => {
        toast(errorText(error), 'bad');
        void asked.refetch();
      });
  };
  const confirmIt = () => {
    confirm
      .run((commandId) => ({ complaintId: view.id, commandId, version: view.version }))
      .then(() => toast(TEXTS.confirmed(view.number), 'good'))
      .catch((error: unknown) => toast(errorText(error), 'bad'))
      .finally(() => void asked.refetch());
  };

  const forwards = view.actions.includes('forwardPraise');
  const mayDispatch = view.actions.includes('dispatch');
  const closeForm = () => {
    setChanging(null);
    setNotice('');
  };
  return children({
    body: (
      <>
        {returned === null ? null : <View className="hs-notice">{TEXTS.returned(returned)}</View>}
        <CaseBody view={view} />
        <AlikeMatters view={view} onMerged={onDone} />
        {/* SV: the signals in the words are corrected by striking or adding a reason. */}
        {view.actions.includes('addSeverityReason') ? (
          <View className="hs-triage__buttons">
            <Button
              text={TEXTS.addReason}
              tone="quiet"
              size="small"
              onPress={() => openCase(view.id, 'addSeverityReason')}
            />
            {view.reasons.some(({ struck }) => !struck) ? (
              <Button
                text={TEXTS.strikeReason}
                tone="quiet"
                size="small"
                onPress={() => openCase(view.id, 'strikeSeverityReason')}
              />
            ) : null}
          </View>
        ) : null}
        <View className="hs-drawer">
          <Sheet open={changing !== null} title={commandLabel(changing ?? 'dispatch')} onClose={closeForm}>
            {notice === '' && view.actions.includes('dispatch') ? null : (
              <View className="hs-notice" ariaRole="alert">
                {`${notice}${wordsAfter(view.actions.includes('dispatch'))}`}
              </View>
            )}
            {changing === 'forwardPraise' && forwards ? (
              <ForwardPraiseForm
                view={view}
                onDone={(after) => {
                  toast(TEXTS.forwarded(after.number, after.department?.name ?? ''), 'good');
                  setChanging(null);
                  onDone();
                }}
                onStale={(text) => {
                  setNotice(text);
                  void asked.refetch();
                }}
              />
            ) : view.actions.includes('dispatch') ? (
              <DispatchForm
                view={view}
                onDone={(after) => {
                  toast(TEXTS.done(after.number, after.department?.name ?? ''), 'good');
                  setChanging(null);
                  onDone();
                }}
                onStale={(text) => {
                  setNotice(text);
                  void asked.refetch();
                }}
              />
            ) : (
              <Button text={TEXTS.close} block onPress={closeForm} />
            )}
          </Sheet>
        </View>
      </>
    ),
    bar: forwards ? (
      <View className="hs-triage__buttons">
        <Button text={TEXTS.asOther} tone="secondary" block onPress={() => setChanging('dispatch')} />
        <Button text={commandLabel('forwardPraise')} block onPress={() => setChanging('forwardPraise')} />
      </View>
    ) : mayDispatch ? (
      <View className="hs-triage__bar">
        <Text className="hs-triage__to">
          {department === null
            ? returned === null
              ? TEXTS.noDepartment
              : TEXTS.chooseAnew
            : TEXTS.acceptTo(department.name)}
        </Text>
        <View className="hs-triage__buttons">
          <Button text={TEXTS.change} tone="secondary" block onPress={() => setChanging('dispatch')} />
          <Button
            text={TEXTS.accept}
            block
            disabled={proposal === null}
            busy={dispatch.busy}
            onPress={() => send(proposal)}
          />
        </View>
        {instead === null ? null : (
          <Button
            text={TEXTS.instead(CATEGORIES[instead.category], instead.department.name)}
            tone="quiet"
            size="small"
            block
            busy={dispatch.busy}
            onPress={() => send(instead.dispatch)}
          />
        )}
      </View>
    ) : view.actions.includes('confirmRecord') ? (
      <View className="hs-triage__buttons">
        <Button text={TEXTS.confirm} block busy={confirm.busy} onPress={confirmIt} />
      </View>
    ) : undefined,
  });
}
