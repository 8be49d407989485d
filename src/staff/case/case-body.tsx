/** Everything about one complaint as it is shown: facts, words, what was found, planned and done, clocks and the way it took. */
import './case-body.scss';
import { Text, View } from '@tarojs/components';
import { dueText, timeText } from '../../../domain/clock/describe';
import { MINUTE_MS } from '../../../domain/clock/zone';
import type { ClockView, ComplaintView, TimelineEntry } from '../../../types/views';
import {
  CALLBACK_FORMS,
  CATEGORIES,
  CHANNELS,
  CLOCKS,
  INFORM_WAYS,
  KINDS,
  OUTCOMES,
  RESPONSIBILITIES,
  SATISFACTIONS,
} from '../../../types/vocabulary';
import { copyText } from '../../services/copy-text';
import { Badge } from '../../ui/Badge';
import { Card } from '../../ui/Card';
import { Countdown } from '../../ui/Countdown';
import { Icon } from '../../ui/Icon';
import { PhotoRow } from '../../ui/PhotoRow';
import { Pressable } from '../../ui/Pressable';
import { SeverityBadge } from '../../ui/SeverityBadge';
import { StateBadge } from '../../ui/StateBadge';
import { Timeline } from '../../ui/Timeline';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { ActionsOfCase } from '../action/actions-of-case';
import { TEXTS } from './case-texts';
import { Facts } from './facts';
import { MarkedWords } from './marked-words';
import { ProposalBox } from './proposal-box';
import { PartOfIncident } from '../incidents/part-of-incident';
import { ResidentCall } from './resident-call';

export function CaseBody({ view }: { view: ComplaintView }) {
  return (
    <View className="hs-case">
      <CaseHead view={view} />
      <View className="hs-case__columns">
        <View className="hs-case__column">
          <Said view={view} />
          <PartOfIncident view={view} />
          <People view={view} />
          <Work view={view} />

          <ActionsOfCase complaintId={view.id} />
        </View>
        <View className="hs-case__column hs-case__column--aside">
          <Triage view={view} />
          <Clocks view={view} />
          <Way view={view} />
        </View>
      </View>
    </View>
  );
}

/** The API carries it as a number. */
const SATISFACTION_WORDS: Readonly<Record<number, string>> = SATISFACTIONS;
const satisfactionWord = (satisfaction: number): string => SATISFACTION_WORDS[satisfaction] ?? '';

interface Part {
  view: ComplaintView;
}

const runningClock = (clocks: readonly ClockView[]) =>
  clocks.filter((clock) => clock.stoppedAt === null).sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];

const copyNumber = async (number: string) => {
  if (await copyText(number)) toast(TEXTS.copied, 'good');
  else toast(TEXTS.notCopied);
};

function CaseHead({ view }: Part) {
  const now = useNow();
  const clock = runningClock(view.clocks);
  return (
    <View className="hs-case__head">
      <View className="hs-case__badges">
        {view.severity ? <SeverityBadge severity={view.severity} /> : null}
        <StateBadge state={view.state} />
        {view.round > 1 ? <Badge text={TEXTS.round(view.round)} tone="hot" /> : null}
        <Pressable
          className="hs-case__number"
          label={`${view.number}，${TEXTS.copyNumber}`}
          onPress={() => void copyNumber(view.number)}
        >
          <Text userSelect>{view.number}</Text>
        </Pressable>
      </View>
      <View className="hs-case__next">
        <View className="hs-case__next-words">
          <Text className="hs-case__next-text">{view.next ? view.next.text : TEXTS.overNow}</Text>
          <Text className="hs-case__soft">
            {[view.next?.who, clock ? `${CLOCKS[clock.kind]} ${dueText(clock.dueAt, now, view.estate)}` : '']
              .filter((part) => part)
              .join(' · ')}
          </Text>
        </View>
        {clock ? <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} /> : null}
      </View>
    </View>
  );
}

function Said({ view }: Part) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  return (
    <Card title={TEXTS.said}>
      <MarkedWords
        className="hs-case__said"
        text={view.description}
        words={view.state === 'received' || view.state === 'registered' ? (view.proposal?.why ?? []) : []}
      />
      {view.photos.length > 0 ? (
        <View className="hs-case__photos">
          <PhotoRow photos={view.photos} label={TEXTS.photoOf} />
        </View>
      ) : null}
      <View className="hs-case__facts">
        <Facts
          facts={[
            {
              label: TEXTS.wish,
              value: [view.wish, view.wishBy ? TEXTS.wishBy(dueText(view.wishBy, now, view.estate)) : '']
                .filter((part) => part !== '')
                .join('，'),
            },
            { label: TEXTS.where, value: view.placeText },
            { label: TEXTS.happened, value: view.occurredAt ? at(view.occurredAt) : '' },
            { label: TEXTS.about, value: view.about },
            { label: TEXTS.onBehalfOf, value: view.onBehalfOf },
            { label: TEXTS.kindAndCategory, value: `${KINDS[view.kind]} · ${CATEGORIES[view.category]}` },
            { label: TEXTS.responsibility, value: RESPONSIBILITIES[view.responsibility] },
            {
              label: TEXTS.filed,
              value: `${at(view.filedAt)} · ${CHANNELS[view.channel]}${view.boxDay === null ? '' : `（${view.boxDay} 开箱）`} · ${view.estate.name}`,
            },
            {
              label: TEXTS.follows,
              value: [view.follows, ...view.followedBy]
                .map((each) => each?.number ?? '')
                .filter((n) => n !== '')
                .join('、'),
            },
            view.firstContact
              ? {
                  label: TEXTS.firstContact,
                  value: view.firstContact.confirmed
                    ? view.firstContact.name
                    : `${view.firstContact.name}（${TEXTS.unconfirmed}）`,
                }
              : null,
          ]}
        />
      </View>
    </Card>
  );
}

/** While it is not dispatched: what the classifier thinks. Always: why it has its severity. */
function Triage({ view }: Part) {
  const undecided = view.state === 'received' || view.state === 'registered';
  return (
    <>
      {undecided && view.proposal ? (
        <Card title={TEXTS.proposal}>
          <ProposalBox proposal={view.proposal} zone={view.estate} />
        </Card>
      ) : null}
      {view.reasons.length > 0 ? (
        <Card title={TEXTS.reasons}>
          {view.reasons.map((reason) => (
            <View key={`${reason.code}${reason.evidence}`} className={`hs-reason ${reason.struck ? 'is-struck' : ''}`}>
              <View className="hs-reason__head">
                <Text className="hs-reason__text">{reason.text}</Text>
                {reason.struck ? <Badge text={TEXTS.struck} /> : null}
              </View>
              <Text className="hs-case__soft">
                {[reason.evidence, reason.byName].filter((part) => part !== '').join(' · ')}
              </Text>
            </View>
          ))}
        </Card>
      ) : null}
    </>
  );
}

function People({ view }: Part) {
  return (
    <Card title={TEXTS.resident}>
      <ResidentCall view={view} />
      <View className="hs-case__facts">
        <Facts
          facts={[
            { label: TEXTS.department, value: view.department?.name ?? TEXTS.noDepartment },
            { label: TEXTS.handler, value: view.handler?.name ?? TEXTS.noHandler },
          ]}
        />
      </View>
    </Card>
  );
}

/** What was found, planned, done, told and heard afterwards. */
function Work({ view }: Part) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  const { investigation, plan, result, informed, callback } = view;
  return (
    <>
      {result ? (
        <Card
          title={TEXTS.result}
          aside={
            <Badge
              text={OUTCOMES[result.outcome]}
              tone={result.outcome === 'fixed' || result.outcome === 'answered' ? 'good' : 'important'}
            />
          }
        >
          <Text className="hs-case__said" userSelect>
            {result.result}
          </Text>
          {result.explanation === '' ? null : (
            <Text className="hs-case__said" userSelect>
              {result.explanation}
            </Text>
          )}
          <By line={[result.byName, at(result.at), result.declaredLate ? TEXTS.declaredLate(at(result.doneAt)) : '']} />
          {result.noPhotoReason === '' ? null : (
            <Text className="hs-case__soft">{TEXTS.noPhoto(result.noPhotoReason)}</Text>
          )}
          {result.signature === null ? null : (
            <View className="hs-case__photos">
              <PhotoRow photos={[result.signature]} label={TEXTS.signature} />
            </View>
          )}
          {result.photos.length > 0 ? (
            <View className="hs-case__photos">
              <PhotoRow photos={result.photos} label={TEXTS.after} />
            </View>
          ) : null}
        </Card>
      ) : null}
      {plan ? (
        <Card
          title={TEXTS.plan}
          aside={
            plan.signedByName === '' ? (
              plan.needsSignature ? (
                <Badge text={TEXTS.waitsForSignature} tone="important" />
              ) : null
            ) : (
              <Badge text={TEXTS.signedBy(plan.signedByName)} tone="good" />
            )
          }
        >
          <Text className="hs-case__said" userSelect>
            {plan.measures}
          </Text>
          <View className="hs-case__facts">
            <Facts facts={[{ label: TEXTS.expected, value: dueText(plan.expectedAt, now, view.estate) }]} />
          </View>
          {plan.postponements.map((postponement) => (
            <Text
              key={postponement.at}
              className="hs-case__postponed"
            >{`${TEXTS.postponed(at(postponement.from), at(postponement.to))}。${postponement.reason}`}</Text>
          ))}
          <By line={[plan.byName]} />
        </Card>
      ) : null}
      {view.subtasks.length === 0 ? null : (
        <Card title={TEXTS.subtasks}>
          {view.subtasks.map((subtask) => (
            <View key={subtask.id} className="hs-reason">
              <View className="hs-reason__head">
                <Text className="hs-reason__text">{`${subtask.departmentName}：${subtask.what}`}</Text>
                <Badge text={TEXTS.subtaskStates[subtask.state]} tone={subtask.late ? 'major' : 'plain'} />
              </View>
              <By
                line={[
                  `${dueText(subtask.dueAt, now, view.estate)}完成`,
                  subtask.askedByName,
                  subtask.handlerName === '' ? subtask.signedByName : subtask.handlerName,
                ]}
              />
              {subtask.result === '' ? null : <Text className="hs-case__said">{subtask.result}</Text>}
              {subtask.photos.length > 0 ? (
                <View className="hs-case__photos">
                  <PhotoRow photos={subtask.photos} label={TEXTS.subtasks} />
                </View>
              ) : null}
            </View>
          ))}
        </Card>
      )}
      {investigation ? (
        <Card
          title={TEXTS.investigation}
          aside={
            <Badge
              text={investigation.valid ? TEXTS.valid : TEXTS.invalid}
              tone={investigation.valid ? 'important' : 'plain'}
            />
          }
        >
          <Text className="hs-case__said" userSelect>
            {investigation.findings}
          </Text>
          <By
            line={[
              investigation.spokeTo === '' ? '' : TEXTS.spokeTo(investigation.spokeTo),
              RESPONSIBILITIES[investigation.responsibility],
              investigation.byName,
              at(investigation.at),
            ]}
          />
          {investigation.photos.length > 0 ? (
            <View className="hs-case__photos">
              <PhotoRow photos={investigation.photos} label={TEXTS.investigation} />
            </View>
          ) : null}
        </Card>
      ) : null}
      {view.mustPhone ? (
        <Card title={TEXTS.informed}>
          <Text className="hs-case__said">{TEXTS.mustPhone}</Text>
        </Card>
      ) : null}
      {informed || callback ? (
        <Card title={TEXTS.callback}>
          <Facts
            facts={[
              informed
                ? {
                    label: TEXTS.informed,
                    value: [INFORM_WAYS[informed.how], informed.byName, at(informed.at)]
                      .filter((part) => part !== '')
                      .join(' · '),
                  }
                : null,
              callback
                ? {
                    label: TEXTS.callback,
                    value: callback.drawn
                      ? [
                          callback.form ? CALLBACK_FORMS[callback.form] : '',
                          callback.dueAt ? dueText(callback.dueAt, now, view.estate) : '',
                          callback.attempts > 0 ? TEXTS.attempts(callback.attempts) : '',
                        ]
                          .filter((part) => part !== '')
                          .join(' · ')
                      : TEXTS.notDrawn,
                  }
                : null,
            ]}
          />
          {callback?.verdict ? (
            <View className="hs-case__verdict">
              <Badge
                text={callback.verdict.solved ? TEXTS.solvedYes : TEXTS.solvedNo}
                tone={callback.verdict.solved ? 'good' : 'major'}
              />
              <Badge
                text={satisfactionWord(callback.verdict.satisfaction)}
                tone={callback.verdict.satisfaction >= view.policy.satisfiedFrom ? 'good' : 'important'}
              />
              {callback.verdict.wantsFollowUp ? <Badge text={TEXTS.wantsFollowUp} tone="hot" /> : null}
              {callback.verdict.opinions === '' ? null : (
                <Text className="hs-case__said">{`“${callback.verdict.opinions}”`}</Text>
              )}
            </View>
          ) : null}
        </Card>
      ) : null}
    </>
  );
}

function By({ line }: { line: readonly string[] }) {
  return <Text className="hs-case__soft">{line.filter((part) => part !== '').join(' · ')}</Text>;
}

function Clocks({ view }: Part) {
  const now = useNow();
  if (view.clocks.length === 0) return null;
  return (
    <Card title={TEXTS.clocks}>
      {view.clocks.map((clock) => (
        <View key={`${clock.kind}${clock.about}${clock.round}${clock.startedAt}`} className="hs-clock">
          <Text className="hs-clock__kind">
            {`${clock.about}${CLOCKS[clock.kind]}${view.round > 1 ? `（${clock.round}）` : ''}`}
          </Text>
          <Text className="hs-clock__due">{dueText(clock.dueAt, now, view.estate)}</Text>
          {clock.paused ? (
            <Badge text={TEXTS.clockPaused} />
          ) : clock.stoppedAt === null ? (
            <Countdown dueAt={clock.dueAt} warnAt={clock.warnAt} size="small" />
          ) : (
            <Badge text={clock.late ? TEXTS.clockLate : TEXTS.clockDone} tone={clock.late ? 'major' : 'good'} />
          )}
        </View>
      ))}
    </Card>
  );
}

/** Only a record that lay on the phone for a while is worth a word. */
const arrivedLater = ({ at, recordedAt }: TimelineEntry): boolean =>
  recordedAt !== null && Date.parse(at) - Date.parse(recordedAt) > 5 * MINUTE_MS;

function Way({ view }: Part) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  return (
    <Card title={TEXTS.timeline}>
      <Timeline
        steps={[...view.timeline].reverse().map((entry, index) => ({
          key: entry.id,
          state: index === 0 && view.closedAt === null ? 'now' : 'done',
          title: entry.title,
          line: [
            entry.by.role === '' || entry.by.role === entry.by.name
              ? entry.by.name
              : `${entry.by.name}（${entry.by.role}）`,
            at(entry.recordedAt ?? entry.at),
            arrivedLater(entry) ? TEXTS.arrivedAt(at(entry.at)) : '',
          ]
            .filter((part) => part !== '')
            .join(' · '),
          detail: entry.detail,
          tone: entry.tone,
          internal: entry.internal,
          struck: entry.struck ? TEXTS.struckEntry(entry.struck.byName, entry.struck.reason) : undefined,
          below: (
            <>
              {entry.internal ? (
                <View className="hs-case__lock">
                  <Icon name="hide" size="small" />
                  <Text>{TEXTS.internalHint}</Text>
                </View>
              ) : null}
              {entry.photos.length > 0 ? <PhotoRow photos={entry.photos} label={entry.title} /> : null}
            </>
          ),
        }))}
      />
    </Card>
  );
}
