import '../case/case-detail.scss';
import './review.scss';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { dueText, timeText } from '../../../domain/clock/describe';
import { isVideo } from '../../../types/ids';
import type { ComplaintView, PhotoView } from '../../../types/views';
import { OUTCOMES } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { useCommand, useProcedure } from '../../services/query';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { PhotoRow } from '../../ui/PhotoRow';
import { Picture } from '../../ui/Picture';
import { Pressable } from '../../ui/Pressable';
import { SeverityBadge } from '../../ui/SeverityBadge';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { openCase } from '../addresses';
import { commandLabel } from '../case/command-label';
import { wordsAfter } from '../case/refusal-text';
import { SendBackForm } from '../case/forms/send-back';
import { type CandidateProps, Queue } from '../list/queue';
import { TEXTS } from './review-texts';

/** RV-01: what was complained about beside what was done, to pass or to send back. */
export default function Review() {
  return <Queue only="review" title={TEXTS.title} words={TEXTS} Candidate={Candidate} />;
}

function Candidate({ id, onDone, children }: CandidateProps) {
  const asked = useProcedure('getComplaint', { id }, { fresh: true });
  const pass = useCommand('passReview');
  const [sendingBack, setSendingBack] = useState(false);
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

  const passIt = () => {
    pass
      .run((commandId) => ({ complaintId: view.id, commandId, version: view.version }))
      .then(() => {
        toast(TEXTS.passed(view.number), 'good');
        onDone();
      })
      .catch((error: unknown) => {
        toast(errorText(error), 'bad');
        void asked.refetch();
      });
  };

  const closeForm = () => {
    setSendingBack(false);
    setNotice('');
  };
  return children({
    body: (
      <>
        <BeforeAndAfter view={view} />
        <View className="hs-review__all">
          <Button text={TEXTS.all} tone="quiet" size="small" onPress={() => openCase(view.id)} />
        </View>
        <View className="hs-drawer">
          <Sheet open={sendingBack} title={commandLabel('sendBack')} onClose={closeForm}>
            {notice === '' && view.actions.includes('sendBack') ? null : (
              <View className="hs-notice" ariaRole="alert">
                {`${notice}${wordsAfter(view.actions.includes('sendBack'))}`}
              </View>
            )}
            {view.actions.includes('sendBack') ? (
              <SendBackForm
                view={view}
                onDone={() => {
                  toast(TEXTS.sentBack(view.number), 'good');
                  setSendingBack(false);
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
    bar: view.actions.includes('passReview') ? (
      <View className="hs-review__buttons">
        <Button text={TEXTS.sendBack} tone="secondary" block onPress={() => setSendingBack(true)} />
        <Button text={TEXTS.pass} block busy={pass.busy} onPress={passIt} />
      </View>
    ) : (
      <Text className="hs-review__closed">{TEXTS.notPossible}</Text>
    ),
  });
}

/** The photos side by side, so that one look compares them; below, what was said and what was done. */
function BeforeAndAfter({ view }: { view: ComplaintView }) {
  const now = useNow();
  const { result } = view;
  const at = (instant: string) => timeText(instant, now, view.estate);
  const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');
  return (
    <View className="hs-review">
      <Card>
        <View className="hs-review__pair">
          <Side label={TEXTS.photosBefore} photos={view.photos} none={TEXTS.noPhotosBefore} />
          <Side label={TEXTS.photosAfter} photos={result?.photos ?? []} none={TEXTS.noPhotosAfter} />
        </View>
      </Card>
      <View className="hs-review__words">
        <Card title={TEXTS.before} aside={view.severity ? <SeverityBadge severity={view.severity} /> : null}>
          <Text className="hs-review__text" userSelect>
            {view.description}
          </Text>
          {view.wish === '' ? null : <Text className="hs-review__wish">{`${TEXTS.wish}：${view.wish}`}</Text>}
          <Text className="hs-review__line">{line([view.number, view.placeText, at(view.filedAt)])}</Text>
        </Card>
        {result ? (
          <Card
            title={TEXTS.after}
            aside={
              <Badge
                text={OUTCOMES[result.outcome]}
                tone={result.outcome === 'fixed' || result.outcome === 'answered' ? 'good' : 'important'}
              />
            }
          >
            <Text className="hs-review__text" userSelect>
              {result.result}
            </Text>
            {result.explanation === '' ? null : (
              <Text className="hs-review__wish">{`${TEXTS.explanation}：${result.explanation}`}</Text>
            )}
            <Text className="hs-review__line">
              {line([
                view.department?.name ?? '',
                result.byName,
                at(result.at),
                view.plan ? `${TEXTS.expected} ${dueText(view.plan.expectedAt, now, view.estate)}` : '',
              ])}
            </Text>
          </Card>
        ) : null}
      </View>
    </View>
  );
}

function Side({ label, photos, none }: { label: string; photos: readonly PhotoView[]; none: string }) {
  const first = photos.find(({ id }) => !isVideo(id));
  const others = photos.filter((photo) => photo !== first);
  const urls = photos.filter(({ id }) => !isVideo(id)).map(({ url }) => url);
  return (
    <View className="hs-side">
      <Text className="hs-side__label">{label}</Text>
      {photos.length === 0 ? <View className="hs-side__none">{none}</View> : null}
      {first === undefined ? null : (
        <Pressable
          className="hs-side__photo"
          label={label}
          onPress={() => void Taro.previewImage({ urls, current: first.url })}
        >
          <Picture src={first.url} alt={label} />
        </Pressable>
      )}
      {others.length > 0 ? <PhotoRow photos={others} label={label} /> : null}
    </View>
  );
}
