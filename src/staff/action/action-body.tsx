/** Everything about one action: what it came from, the report, how it was verified, what recurred, clocks and its way. */
import '../case/case-body.scss';
import { Text, View } from '@tarojs/components';
import { dueText, timeText } from '../../../domain/clock/describe';
import type { ActionView } from '../../../types/api/action';
import { ACTION_CLOCKS, ACTION_SOURCES, CATEGORIES } from '../../../types/vocabulary';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Countdown } from '../../ui/Countdown';
import { PhotoRow } from '../../ui/PhotoRow';
import { Timeline } from '../../ui/Timeline';
import { useNow } from '../../ui/use-now';
import { openCase } from '../addresses';
import { Facts } from '../case/facts';
import { ActionStateBadge } from './action-row';
import { TEXTS } from './action-texts';

interface Part {
  view: ActionView;
}

export function ActionBody({ view }: Part) {
  return (
    <View className="hs-case">
      <Head view={view} />
      <View className="hs-case__columns">
        <View className="hs-case__column">
          <Recurrences view={view} />
          <Unneeded view={view} />
          <Report view={view} />
          <Verifications view={view} />
          <Source view={view} />
        </View>
        <View className="hs-case__column hs-case__column--aside">
          <Clocks view={view} />
          <Way view={view} />
        </View>
      </View>
    </View>
  );
}

const line = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ');

function Head({ view }: Part) {
  const now = useNow();
  const clock = view.clocks.find((each) => each.stoppedAt === null);
  return (
    <View className="hs-case__head">
      <View className="hs-case__badges">
        <ActionStateBadge state={view.state} />
        {view.round > 1 ? <Badge text={TEXTS.round(view.round)} tone="hot" /> : null}
        {view.recurrences.length > 0 ? <Badge text={TEXTS.recurred(view.recurrences.length)} tone="major" /> : null}
        <Text className="hs-case__number" userSelect>
          {view.number}
        </Text>
      </View>
      <View className="hs-case__next">
        <View className="hs-case__next-words">
          <Text className="hs-case__next-text">
            {view.next?.text ?? (view.state === 'dropped' ? TEXTS.droppedNow : TEXTS.overNow)}
          </Text>
          <Text className="hs-case__soft">
            {line([
              view.next?.who ?? '',
              clock ? `${ACTION_CLOCKS[clock.kind]} ${dueText(clock.dueAt, now, view.estate)}` : '',
            ])}
          </Text>
        </View>
        {clock ? <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} /> : null}
      </View>
    </View>
  );
}

/** CA-04: before anything else, for who verified it and for quality. */
function Recurrences({ view }: Part) {
  const now = useNow();
  if (view.recurrences.length === 0) return null;
  return (
    <Card title={TEXTS.recurrence}>
      {view.recurrences.map(({ complaintId, number, placeText, filedAt }) => (
        <View key={complaintId} className="hs-case__facts">
          <Text className="hs-case__soft">{line([placeText, TEXTS.filedAt(timeText(filedAt, now, view.estate))])}</Text>
          <Button text={TEXTS.openRecurrence(number)} tone="quiet" size="small" onPress={() => openCase(complaintId)} />
        </View>
      ))}
    </Card>
  );
}

/** Before the report, for quality: whether it is still needed. */
function Unneeded({ view }: Part) {
  const now = useNow();
  const { unneeded, dropped } = view;
  if (dropped !== null)
    return (
      <Card title={TEXTS.droppedBy}>
        <Text className="hs-case__said" userSelect>
          {dropped.reason}
        </Text>
        <Text className="hs-case__soft">{line([dropped.byName, timeText(dropped.at, now, view.estate)])}</Text>
      </Card>
    );
  return unneeded === null ? null : (
    <Card title={TEXTS.unneeded}>
      <Text className="hs-case__said" userSelect>
        {unneeded}
      </Text>
      <Text className="hs-case__soft">{TEXTS.unneededNote}</Text>
    </Card>
  );
}

function Report({ view }: Part) {
  const now = useNow();
  const { plan, done } = view;
  return (
    <>
      <Card title={TEXTS.report}>
        {plan === null ? (
          <Text className="hs-case__soft">{TEXTS.notWritten}</Text>
        ) : (
          <Facts
            facts={[
              { label: TEXTS.cause, value: plan.cause },
              { label: TEXTS.correction, value: plan.correction },
              { label: TEXTS.prevention, value: plan.prevention },
              { label: TEXTS.inCharge, value: plan.inChargeName },
              { label: TEXTS.plannedAt, value: dueText(plan.plannedAt, now, view.estate) },
              ...plan.postponements.map(({ reason, from, to }) => ({
                label: TEXTS.postponed,
                value: line([`${dueText(from, now, view.estate)} → ${dueText(to, now, view.estate)}`, reason]),
              })),
              { label: TEXTS.writtenBy, value: line([plan.byName, timeText(plan.at, now, view.estate)]) },
            ]}
          />
        )}
      </Card>
      {done === null ? null : (
        <Card title={TEXTS.done}>
          <Text className="hs-case__said" userSelect>
            {done.report}
          </Text>
          <Text className="hs-case__soft">{line([done.byName, timeText(done.at, now, view.estate)])}</Text>
          {done.photos.length > 0 ? (
            <View className="hs-case__photos">
              <PhotoRow photos={done.photos} label={TEXTS.donePhotos} />
            </View>
          ) : null}
        </Card>
      )}
    </>
  );
}

function Verifications({ view }: Part) {
  const now = useNow();
  if (view.verifications.length === 0) return null;
  return (
    <Card title={TEXTS.verification}>
      {[...view.verifications].reverse().map((each) => (
        <View key={each.at} className="hs-case__facts">
          <View className="hs-case__badges">
            <Badge
              text={each.effective ? TEXTS.effectiveYes : TEXTS.effectiveNo}
              tone={each.effective ? 'good' : 'major'}
            />
            <Badge text={TEXTS.round(each.round)} />
          </View>
          <Text className="hs-case__said" userSelect>
            {each.findings}
          </Text>
          <Text className="hs-case__soft">{line([each.byName, timeText(each.at, now, view.estate)])}</Text>
        </View>
      ))}
    </Card>
  );
}

function Source({ view }: Part) {
  const now = useNow();
  const sources = [view.source, ...view.also];
  return (
    <Card title={`${TEXTS.source}：${sources.map(({ kind }) => ACTION_SOURCES[kind]).join('、')}`}>
      <Text className="hs-case__said" userSelect>
        {view.summary}
      </Text>
      <View className="hs-case__facts">
        <Facts
          facts={[
            { label: TEXTS.why, value: view.why },
            { label: TEXTS.category, value: CATEGORIES[view.category] },
            { label: TEXTS.where, value: line([view.estate.name, view.placeText]) },
            { label: TEXTS.department, value: view.department.name },
            { label: TEXTS.openedAt, value: timeText(view.openedAt, now, view.estate) },
          ]}
        />
      </View>
      {sources.map(({ kind, id, number }) =>
        kind === 'complaint' ? (
          <Button key={id} text={TEXTS.openSource(number)} tone="quiet" size="small" onPress={() => openCase(id)} />
        ) : null,
      )}
    </Card>
  );
}

function Clocks({ view }: Part) {
  const now = useNow();
  return (
    <Card title={TEXTS.clocks}>
      {view.clocks.map((clock) => (
        <View key={`${clock.kind}${clock.round}${clock.startedAt}`} className="hs-clock">
          <Text className="hs-clock__kind">
            {view.round > 1 ? `${ACTION_CLOCKS[clock.kind]}（${clock.round}）` : ACTION_CLOCKS[clock.kind]}
          </Text>
          <Text className="hs-clock__due">{dueText(clock.dueAt, now, view.estate)}</Text>
          {clock.stoppedAt === null ? (
            <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} size="small" />
          ) : (
            <Badge text={clock.late ? TEXTS.clockLate : TEXTS.clockDone} tone={clock.late ? 'major' : 'good'} />
          )}
        </View>
      ))}
    </Card>
  );
}

function Way({ view }: Part) {
  const now = useNow();
  return (
    <Card title={TEXTS.timeline}>
      <Timeline
        steps={[...view.timeline].reverse().map((entry, index) => ({
          key: entry.id,
          state: index === 0 && view.next !== null ? 'now' : 'done',
          title: entry.title,
          line: line([
            entry.by.role === '' ? entry.by.name : `${entry.by.name}（${entry.by.role}）`,
            timeText(entry.at, now, view.estate),
          ]),
          detail: entry.detail,
          tone: entry.tone,
          below: entry.photos.length > 0 ? <PhotoRow photos={entry.photos} label={entry.title} /> : null,
        }))}
      />
    </Card>
  );
}
