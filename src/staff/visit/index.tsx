import './visit.scss';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ComplaintId } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';
import { OUTCOMES, STATES } from '../../../types/vocabulary';
import { errorText, isGone } from '../../services/api-error';
import { readClock } from '../../services/server-clock';
import { useDraft } from '../../services/draft';
import { goBack, WAY_TO_DESK } from '../../services/navigate';
import { backToRoute } from '../addresses';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chips } from '../../ui/Chips';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Faces } from '../../ui/Faces';
import { Field } from '../../ui/Field';
import { Page } from '../layout/page';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { Pressable } from '../../ui/Pressable';
import { Skeleton } from '../../ui/Skeleton';
import { TextArea } from '../../ui/TextArea';
import { TextInput } from '../../ui/TextInput';
import { toast } from '../../ui/toast';
import type { Stop } from '../callbacks/route';
import { ResidentCall } from '../case/resident-call';
import { PendingVisits } from './pending-visits';
import { RecordedVisit } from './recorded-visit';
import { Signature } from './signature';
import { useKeptPhotos } from './use-kept-photos';
import { useKeptRoute } from './use-kept-route';
import { knownPerson, type Recorded, recordVisit, usePendingVisitOf } from './use-pending-visits';
import { answersOf, emptyVisit, readVisit, toggleWord, unanswered, visitDraft } from './visit-draft';
import { QUICK_NOT_REACHED, QUICK_WORDS, TEXTS } from './visit-texts';

/** One callback in under two minutes: `?id=`. */
export default function VisitPage() {
  const { params } = useRouter();
  const id = ComplaintId.safeParse(params['id'] ?? '');
  return id.success ? (
    <OneVisit id={id.data} />
  ) : (
    <Page title={TEXTS.title}>
      <ErrorBlock text={TEXTS.missing} way={WAY_TO_DESK} />
    </Page>
  );
}

/** Recorded once, it isn't asked again: what lies on the phone is shown until it is with the server. */
function OneVisit({ id }: { id: ComplaintId }) {
  const recorded = usePendingVisitOf(id);
  const [finishing, setFinishing] = useState(false);
  return recorded !== undefined && !finishing ? (
    <RecordedVisit visit={recorded} />
  ) : (
    <VisitForm id={id} onFinishing={setFinishing} />
  );
}

type Answer = 'yes' | 'no';
const answerOf = (value: boolean | null): Answer | null => (value === null ? null : value ? 'yes' : 'no');

function VisitForm({ id, onFinishing }: { id: ComplaintId; onFinishing: (finishing: boolean) => void }) {
  const asked = useProcedure('getComplaint', { id });
  const view = asked.data;
  const kept = useKeptRoute()?.find((stop) => stop.card.id === id);
  const homeText = view?.resident?.homeText || kept?.card.homeText || '';
  const [empty] = useState(emptyVisit);
  const { value: draft, change, clear, saveNow, kept: draftKept } = useDraft(visitDraft(id), empty, readVisit);
  const photos = useKeptPhotos({ limits: view?.limits, files: draft.files, onFiles: (files) => change({ files }) });
  const [signatureImage, setSignatureImage] = useState<string | null>(null);
  // After each stroke at once: nobody asks a resident to sign twice.
  useEffect(() => {
    if (signatureImage !== null) saveNow();
  }, [signatureImage, saveNow]);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [refusal, setRefusal] = useState('');
  const [sending, setSending] = useState(false);

  const planned = view?.callback?.form ?? kept?.form;
  const inPerson = planned === 'visit';
  const form = inPerson ? 'visit' : (draft.form ?? (planned === 'phone' ? 'phone' : 'visit'));
  const finish = async () => {
    const found = unanswered(draft);
    const signs = draft.reached === true && form === 'visit';
    if (signs && draft.strokes !== null && signatureImage === null) found['signature'] = TEXTS.signatureNotDrawn;
    setProblems(found);
    setRefusal('');
    if (Object.keys(found).length > 0) return;
    setSending(true);
    onFinishing(true);
    saveNow();
    const { at, deviceAt, notBefore } = readClock();
    try {
      const outcome = await recordVisit({
        commandId: draft.commandId,
        complaintId: id,
        number: view?.number ?? kept?.card.number ?? '',
        homeText,
        personId: knownPerson(),
        recordedAt: at,
        reading: { deviceAt, notBefore },
        record: answersOf(draft, form),
        files: draft.files,
        signatureImage: signs ? signatureImage : null,
        as: 'callback',
        refusal: null,
      });
      say(outcome);
      if (outcome.kind === 'wrong') setRefusal(outcome.text);
      if (outcome.kind === 'confirmed') clear();
      if (outcome.kind === 'confirmed' || outcome.kind === 'waiting') backToRoute();
    } finally {
      setSending(false);
      onFinishing(false);
    }
  };

  if (view && !view.actions.includes('recordCallback') && !sending)
    return (
      <Page title={view.resident?.homeText || TEXTS.title} bar={<Button text={TEXTS.back} block onPress={goBack} />}>
        <View className="hs-visit">
          <PendingVisits />
          <View className="hs-visit__reopens">{TEXTS.notPossible(STATES[view.state])}</View>
          <About view={view} />
        </View>
      </Page>
    );

  if (view === undefined && isGone(asked.error))
    return (
      <Page title={TEXTS.title}>
        <PendingVisits />
        <ErrorBlock text={errorText(asked.error)} way={WAY_TO_DESK} />
      </Page>
    );

  const reopens = draft.reached === true && (draft.solved === false || draft.wantsFollowUp === true);
  return (
    <Page
      title={homeText || TEXTS.title}
      bar={
        <Button
          text={draft.reached === false ? TEXTS.finishNotReached : TEXTS.finish}
          busyText={TEXTS.finishing}
          busy={sending}
          block
          onPress={() => void finish()}
        />
      }
    >
      <View className="hs-visit">
        <PendingVisits />
        {draftKept ? null : <ErrorBlock text={TEXTS.draftUnkept} />}
        {view ? (
          <About view={view} />
        ) : kept ? (
          <>
            {asked.error ? (
              <ErrorBlock text={TEXTS.offlineKept} onRetry={() => void asked.refetch()} busy={asked.isFetching} />
            ) : null}
            <AboutStop stop={kept} />
          </>
        ) : asked.error ? (
          <ErrorBlock
            text={`${errorText(asked.error)}${TEXTS.offline}`}
            onRetry={() => void asked.refetch()}
            busy={asked.isFetching}
          />
        ) : (
          <Skeleton cards={1} />
        )}
        <Card>
          <Field label={TEXTS.form} hint={inPerson ? TEXTS.inPerson : undefined} group>
            <Chips
              options={[
                { value: 'visit', text: TEXTS.visit, icon: 'home' },
                ...(inPerson ? [] : [{ value: 'phone', text: TEXTS.phone, icon: 'phone' } as const]),
              ]}
              value={form}
              onChange={(chosen) => change({ form: chosen })}
            />
          </Field>
          <YesNo
            label={TEXTS.reached}
            yes={TEXTS.reachedYes}
            no={TEXTS.reachedNo}
            value={draft.reached}
            onChange={(reached) => change({ reached })}
            error={problems['reached']}
          />
          {draft.reached === true ? (
            <>
              <YesNo
                label={TEXTS.solved}
                yes={TEXTS.solvedYes}
                no={TEXTS.solvedNo}
                value={draft.solved}
                onChange={(solved) => change({ solved })}
                error={problems['solved']}
              />
              <Field label={TEXTS.satisfaction} error={problems['satisfaction']} group>
                <Faces value={draft.satisfaction} onChange={(satisfaction) => change({ satisfaction })} />
              </Field>
              <YesNo
                label={TEXTS.followUp}
                yes={TEXTS.followUpYes}
                no={TEXTS.followUpNo}
                value={draft.wantsFollowUp}
                onChange={(wantsFollowUp) => change({ wantsFollowUp })}
                error={problems['wantsFollowUp']}
              />
              {reopens ? <View className="hs-visit__reopens">{TEXTS.reopens}</View> : null}
            </>
          ) : null}
          {draft.reached === null ? null : (
            <>
              <Field
                label={TEXTS.opinions}
                hint={draft.reached ? undefined : TEXTS.notReachedNote(view?.policy.callbackAttempts)}
                optional
              >
                <TextArea
                  value={draft.opinions}
                  onChange={(opinions) => change({ opinions })}
                  placeholder={TEXTS.opinionsPlaceholder}
                  maxLength={2000}
                  rows={2}
                />
                <View className="hs-quick">
                  {(draft.reached ? QUICK_WORDS : QUICK_NOT_REACHED).map((word) => (
                    <Pressable
                      key={word}
                      className={`hs-quick__word ${draft.opinions.includes(word) ? 'is-on' : ''}`}
                      onPress={() => change({ opinions: toggleWord(draft.opinions, word) })}
                    >
                      <Text>{word}</Text>
                    </Pressable>
                  ))}
                </View>
              </Field>
              <Field
                label={TEXTS.photos}
                hint={photos.picked.some(({ state }) => state === 'kept') ? TEXTS.photosKept : undefined}
                optional
                group
              >
                <PhotoPicker photos={photos} />
              </Field>
            </>
          )}
          {draft.reached === true && form === 'visit' ? (
            <>
              <Field label={TEXTS.place} optional>
                <TextInput
                  value={draft.place}
                  onChange={(place) => change({ place })}
                  placeholder={TEXTS.placePlaceholder}
                  maxLength={200}
                />
              </Field>
              <Signature
                strokes={draft.strokes}
                signed={signatureImage !== null}
                error={problems['signature']}
                onStrokes={(strokes) => change({ strokes })}
                onImage={setSignatureImage}
              />
            </>
          ) : null}
        </Card>
        {refusal === '' ? null : <ErrorBlock text={refusal} />}
      </View>
    </Page>
  );
}

/** Said in passing; what needs a choice stays on the page. */
function say(outcome: Recorded): void {
  if (outcome.kind === 'waiting')
    toast(outcome.kept ? TEXTS.waiting : TEXTS.waitingUnkept, outcome.kept ? 'plain' : 'bad');
  else if (outcome.kind !== 'confirmed') toast(outcome.text, 'bad');
  else if (outcome.lost > 0) toast(TEXTS.sentWithout(1, outcome.lost), 'bad');
  else toast(TEXTS.confirmed, 'good');
}

/** Whom one stands in front of, what was complained about and what was done. */
function About({ view }: { view: ComplaintView }) {
  return (
    <Card>
      <ResidentCall view={view} />
      <View className="hs-visit__about">
        <Text className="hs-visit__label">{TEXTS.complained}</Text>
        <Text className="hs-visit__said">{view.description}</Text>
        {view.result ? (
          <>
            <Text className="hs-visit__label">{`${TEXTS.done} · ${OUTCOMES[view.result.outcome]}`}</Text>
            <Text className="hs-visit__said">{view.result.result}</Text>
          </>
        ) : null}
      </View>
    </Card>
  );
}

/** The same as far as the route knew it. */
function AboutStop({ stop }: { stop: Stop }) {
  return (
    <Card>
      <ResidentCall
        view={{
          id: stop.card.id,
          resident: {
            name: stop.residentName,
            phone: stop.phone,
            homeText: stop.card.homeText || TEXTS.noHome,
          },
          identityHidden: false,
        }}
      />
      <View className="hs-visit__about">
        <Text className="hs-visit__label">{TEXTS.complained}</Text>
        <Text className="hs-visit__said">{stop.card.summary}</Text>
        {stop.result === '' ? null : (
          <>
            <Text className="hs-visit__label">{TEXTS.done}</Text>
            <Text className="hs-visit__said">{stop.result}</Text>
          </>
        )}
      </View>
    </Card>
  );
}

interface YesNoProps {
  label: string;
  yes: string;
  no: string;
  value: boolean | null;
  onChange: (value: boolean) => void;
  error: string | undefined;
}

/** Two big halves, for a thumb in a glove. */
function YesNo({ label, yes, no, value, onChange, error }: YesNoProps) {
  const chosen = answerOf(value);
  const half = (answer: Answer, text: string) => (
    <Pressable
      className={`hs-half ${chosen === answer ? 'is-chosen' : ''}`}
      role="radio"
      checked={chosen === answer}
      label={text}
      onPress={() => onChange(answer === 'yes')}
    >
      <Text>{text}</Text>
    </Pressable>
  );
  return (
    <Field label={label} error={error} group>
      <View className="hs-halves" ariaRole="radiogroup" ariaLabel={label}>
        {half('yes', yes)}
        {half('no', no)}
      </View>
    </Field>
  );
}
