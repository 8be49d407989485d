import './complaint.scss';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dueText, timeText } from '../../../domain/clock/describe';
import type { ComplaintView } from '../../../types/views';
import { CATEGORIES, KINDS, OUTCOMES, SATISFACTIONS, type Outcome } from '../../../types/vocabulary';
import { copyText } from '../../services/copy-text';
import { callPhone, openComplaint, openFile } from '../../services/navigate';
import { Badge, type BadgeTone } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Countdown } from '../../ui/Countdown';
import { Heading } from '../../ui/Heading';
import { KindIcon } from '../../ui/KindIcon';
import { Page } from '../../ui/Page';
import { PhotoRow } from '../../ui/PhotoRow';
import { Pressable } from '../../ui/Pressable';
import { Stack } from '../../ui/Stack';
import { StateBadge } from '../../ui/StateBadge';
import { Timeline } from '../../ui/Timeline';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { ActionBar } from './ActionBar';
import { mayFileAgain, residentActions } from './resident-actions';
import { stepsOf } from './steps';
import { WORDS } from './words';

const OUTCOME_TONES = {
  fixed: 'good',
  partlyFixed: 'important',
  explained: 'plain',
  unfounded: 'plain',
  declined: 'hot',
  answered: 'good',
} as const satisfies Record<Outcome, BadgeTone>;

export function ComplaintPage({ view }: { view: ComplaintView }) {
  const now = useNow();
  const zone = view.estate;
  const actions = residentActions(view, now);
  const again = mayFileAgain(view, now);
  return (
    <Page
      title={WORDS.title}
      bar={
        actions.length > 0 ? (
          <ActionBar view={view} actions={actions} />
        ) : again ? (
          <Button text={WORDS.again.act} tone="secondary" block onPress={() => openFile(view.kind, view.id)} />
        ) : undefined
      }
    >
      <Stack>
        <Head view={view} />
        {view.incident ? <Together incident={view.incident} /> : null}
        {view.next ? <Next next={view.next} view={view} /> : null}
        {view.result ? <Result view={view} /> : null}
        {view.plan && !view.result ? (
          <Card title={WORDS.plan.title}>
            <Text className="hy-plain">{view.plan.measures}</Text>
            <View className="hy-fact">
              <Text className="hy-fact__label">{WORDS.plan.expected}</Text>
              <Text className="hy-fact__value is-strong">{dueText(view.plan.expectedAt, now, zone)}</Text>
            </View>
            {view.plan.postponements.map((each) => (
              <View key={each.at} className="hy-postponed">
                <Text>{WORDS.plan.postponed(dueText(each.from, now, zone), dueText(each.to, now, zone))}</Text>
                <Text className="hy-postponed__why">{each.reason}</Text>
              </View>
            ))}
          </Card>
        ) : null}
        {again ? <Text className="hy-faint">{WORDS.again.note}</Text> : null}
        <Linked view={view} />
        <Course view={view} />
        <Mine view={view} />
        <Card title={WORDS.who.title} flush>
          <Cell title={WORDS.who.department} value={view.department?.name ?? WORDS.who.unnamed} />
          <Cell title={WORDS.who.handler} value={view.handler?.name ?? WORDS.who.unnamed} />
          <Cell
            icon="phone"
            title={WORDS.who.phone}
            value={view.estate.servicePhone}
            onPress={() => callPhone(view.estate.servicePhone)}
          />
        </Card>
      </Stack>
    </Page>
  );
}

/** How many are affected, never who. */
function Together({ incident }: { incident: NonNullable<ComplaintView['incident']> }) {
  return (
    <Card tone="soft">
      <Text className="hy-plain">{WORDS.together(incident.homes)}</Text>
      <Text className="hy-faint">{incident.summary}</Text>
    </Card>
  );
}

/** More than this is folded, so that the rest of the page stays within reach. */
const SHOWN_STEPS = 6;

function Course({ view }: { view: ComplaintView }) {
  const now = useNow();
  const [whole, setWhole] = useState(false);
  const steps = stepsOf(view, now, view.estate);
  const folded = !whole && steps.length > SHOWN_STEPS + 1;
  return (
    <Card title={WORDS.timeline.title}>
      <Timeline
        steps={(folded ? steps.slice(0, SHOWN_STEPS) : steps).map(({ entry, ...step }) => ({
          ...step,
          below: entry && entry.photos.length > 0 ? <PhotoRow photos={entry.photos} label={entry.title} /> : undefined,
        }))}
      />
      {folded ? (
        <View className="hy-course__all">
          <Button
            text={WORDS.timeline.all(steps.length)}
            tone="quiet"
            size="small"
            icon="down"
            onPress={() => setWhole(true)}
          />
        </View>
      ) : null}
    </Card>
  );
}

/** IF-03: what it goes on from, and what went on from it. */
function Linked({ view }: { view: ComplaintView }) {
  const { follows, followedBy } = view;
  if (follows === null && followedBy.length === 0) return null;
  return (
    <Card title={WORDS.again.linked} flush>
      {follows === null ? null : (
        <Cell title={WORDS.again.before} value={follows.number} onPress={() => openComplaint(follows.id)} />
      )}
      {followedBy.map(({ id, number }) => (
        <Cell key={id} title={WORDS.again.after} value={number} onPress={() => openComplaint(id)} />
      ))}
    </Card>
  );
}

function Head({ view }: { view: ComplaintView }) {
  const copy = async () => {
    if (await copyText(view.number)) toast(WORDS.copied, 'good');
    else toast(WORDS.notCopied);
  };
  return (
    <View className="hy-head">
      <KindIcon kind={view.kind} size="large" />
      <View className="hy-head__words">
        <View className="hy-head__line">
          <Heading level={2}>{`${KINDS[view.kind]} · ${CATEGORIES[view.category]}`}</Heading>
          <StateBadge state={view.state} toResident={view.mine} />
        </View>
        <Pressable className="hy-head__number" onPress={() => void copy()}>
          <View className="hy-head__number-inside">
            <Text userSelect>{`${WORDS.number} ${view.number}`}</Text>
            <Text className="hy-head__copy">{WORDS.copy}</Text>
          </View>
        </Pressable>
      </View>
    </View>
  );
}

function Next({ next, view }: { next: NonNullable<ComplaintView['next']>; view: ComplaintView }) {
  const now = useNow();
  const warnAt = view.clocks.find((clock) => clock.dueAt === next.dueAt && clock.stoppedAt === null)?.warnAt;
  const late = next.dueAt !== null && now > next.dueAt;
  const survey = residentActions(view, now).includes('answerSurvey');
  const waitedFor = view.mine ? view.waiting : null;
  const yours = survey || waitedFor !== null;
  return (
    <View className={`hy-next ${late ? 'is-late' : ''}`}>
      <Text className="hy-next__who">{yours ? WORDS.next.you : `${WORDS.next.now} · ${next.who}`}</Text>
      <Text className="hy-next__text">
        {waitedFor ? WORDS.next.waiting(waitedFor.reason) : survey ? WORDS.next.survey : next.text}
      </Text>
      {next.dueAt ? (
        <View className="hy-next__time">
          <Countdown dueAt={next.dueAt} warnAt={warnAt} />
          <Text>
            {late
              ? waitedFor
                ? WORDS.next.lateAnswer
                : survey
                  ? WORDS.next.lateSurvey
                  : WORDS.next.late
              : (waitedFor ? WORDS.next.waitingUntil : survey ? WORDS.next.until : WORDS.next.by)(
                  dueText(next.dueAt, now, view.estate),
                )}
          </Text>
        </View>
      ) : null}
    </View>
  );
}

function Result({ view }: { view: ComplaintView }) {
  const now = useNow();
  const { result } = view;
  if (result === null) return null;
  const verdict = view.callback?.verdict ?? null;
  return (
    <Card
      title={WORDS.result.title}
      aside={<Badge text={OUTCOMES[result.outcome]} tone={OUTCOME_TONES[result.outcome]} />}
    >
      <Text className="hy-plain" userSelect>
        {result.result}
      </Text>
      {result.explanation ? (
        <View className="hy-why">
          <Text className="hy-fact__label">{WORDS.result.why}</Text>
          <Text className="hy-plain" userSelect>
            {result.explanation}
          </Text>
        </View>
      ) : null}
      <View className="hy-compare">
        {view.photos.length > 0 && result.photos.length > 0 ? (
          <View>
            <Text className="hy-fact__label">{WORDS.mine.photos}</Text>
            <PhotoRow photos={view.photos} label={WORDS.mine.photos} />
          </View>
        ) : null}
        {result.photos.length > 0 ? (
          <View>
            <Text className="hy-fact__label">{WORDS.result.photos}</Text>
            <PhotoRow photos={result.photos} label={WORDS.result.photos} />
          </View>
        ) : null}
      </View>
      <Text className="hy-faint">{WORDS.result.by(result.byName, timeText(result.at, now, view.estate))}</Text>
      {verdict ? (
        <View className="hy-fact">
          <Text className="hy-fact__label">{WORDS.result.verdict}</Text>
          <Text className="hy-fact__value is-strong">
            {`${verdict.solved ? WORDS.result.solved : WORDS.result.unsolved} · ${SATISFACTIONS[satisfactionOf(verdict.satisfaction)]}`}
          </Text>
        </View>
      ) : null}
    </Card>
  );
}

/** The contract's integer of 1–5 as a key of the words. */
function satisfactionOf(value: number): keyof typeof SATISFACTIONS {
  return value === 1 || value === 2 || value === 3 || value === 4 ? value : 5;
}

function Mine({ view }: { view: ComplaintView }) {
  const now = useNow();
  const facts = [
    { label: WORDS.mine.place, value: view.placeText },
    { label: WORDS.mine.wish, value: view.wish },
    { label: WORDS.mine.wishBy, value: view.wishBy === null ? '' : dueText(view.wishBy, now, view.estate) },
    { label: WORDS.mine.about, value: view.about },
    { label: WORDS.mine.onBehalfOf, value: view.onBehalfOf },
    { label: WORDS.mine.occurred, value: view.occurredAt === null ? '' : timeText(view.occurredAt, now, view.estate) },
    { label: WORDS.mine.filed, value: timeText(view.filedAt, now, view.estate) },
  ].filter((fact) => fact.value !== '');
  return (
    <Card title={WORDS.mine.title}>
      <Text className="hy-plain" userSelect>
        {view.description}
      </Text>
      <PhotoRow photos={view.photos} label={WORDS.mine.photos} />
      <View className="hy-facts">
        {facts.map((fact) => (
          <View key={fact.label} className="hy-fact">
            <Text className="hy-fact__label">{fact.label}</Text>
            <Text className="hy-fact__value">{fact.value}</Text>
          </View>
        ))}
      </View>
      {view.identityHidden ? <Text className="hy-faint">{WORDS.mine.hidden}</Text> : null}
    </Card>
  );
}
