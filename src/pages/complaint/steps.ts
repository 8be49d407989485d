/** The parcel's way: what is promised on top, what happens now, then what has been done, newest first. */
import { dueText, timeText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { Instant } from '../../../types/ids';
import type { ComplaintView, TimelineEntry } from '../../../types/views';
import type { TimelineStep } from '../../ui/Timeline';
import { WORDS } from './words';

type Step = Omit<TimelineStep, 'below'> & { entry: TimelineEntry | null };

export function stepsOf(
  view: Pick<ComplaintView, 'timeline' | 'next' | 'clocks' | 'mine'>,
  now: Instant,
  zone: Zone,
): Step[] {
  const promised = view.clocks.find((clock) => clock.kind === 'resolution' && clock.stoppedAt === null);
  const steps: Step[] = [];
  // The server speaks of “住户”; whose own it is, is spoken to.
  const byWhom = (name: string) => (!view.mine ? name : (WORDS.next.names[name] ?? name));
  const said = (words: string) => (view.mine ? words.replace(WORDS.next.resident, WORDS.next.yourself) : words);
  if (promised !== undefined && view.next !== null && view.next.dueAt !== promised.dueAt) {
    const late = now > promised.dueAt;
    steps.push({
      key: 'promised',
      state: 'next',
      title: WORDS.timeline.promised,
      line: WORDS.timeline.promisedBy(dueText(promised.dueAt, now, zone)),
      tone: late ? 'late' : 'plain',
      entry: null,
    });
  }
  if (view.next !== null) {
    const { dueAt } = view.next;
    const [text, who] = [said(view.next.text), said(view.next.who)];
    const late = dueAt !== null && now > dueAt;
    const line = dueAt === null ? who : `${who} · ${dueText(dueAt, now, zone)}`;
    steps.push({ key: 'now', state: 'now', title: text, line, tone: late ? 'late' : 'plain', entry: null });
  }
  // Of two at the same instant the one that was written later stands on top.
  const newestFirst = [...view.timeline].reverse().sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  for (const entry of newestFirst) {
    steps.push({
      key: entry.id,
      state: 'done',
      title: entry.title,
      detail: entry.detail,
      tone: entry.tone,
      internal: entry.internal,
      struck: entry.struck ? WORDS.timeline.struck(entry.struck.reason) : undefined,
      entry,
      line: [byWhom(entry.by.name), timeText(entry.at, now, zone)].filter((part) => part !== '').join(' · '),
    });
  }
  return steps;
}
