/** What can be said and noted along the whole way (IN-08, HD-04, severity reasons). */
import { dangerIn } from '../../classify/danger';
import { dueAt } from '../../clock/duration';
import { stopClock } from '../../clock/clock';
import { runningClock } from '../../lifecycle/running';
import { noticesFor } from '../notices-to-open';
import { refused } from '../refused';
import { strikableEntries } from '../struck-entries';
import { resumed } from '../waiting';
import type { Acts } from './act';

export const ALONG_ACTS: Acts<
  | 'addWords'
  | 'urge'
  | 'withdraw'
  | 'addNote'
  | 'acknowledge'
  | 'strikeEntry'
  | 'addSeverityReason'
  | 'strikeSeverityReason'
> = {
  addWords: (draft, input, context) => {
    const dangers = dangerIn(input.text).filter((danger) => !draft.now.dangers.includes(danger));
    draft.append('wordsAdded', input);
    const system = draft.bySystem();
    // What was waited for (CK-05), also when the desk writes it down for them.
    resumed(system, 'answered', '', context);
    if (dangers.length > 0) system.append('dangerReported', { dangers }); // IN-12
  },
  urge: (draft, { words }, { now, policy, calendar }) => {
    const { lastUrgedAt } = draft.now;
    const earliest = lastUrgedAt === null ? null : dueAt(lastUrgedAt, policy.intake.urgeInterval, calendar);
    if (earliest !== null && now < earliest) refused('tooSoon', { details: { againAt: earliest } });
    draft.append('urged', { words: words ?? '' });
  },
  withdraw: (draft, input) => draft.append('withdrawn', input),
  addNote: (draft, input) => draft.append('noted', input),
  acknowledge: (draft, { round }, { now, actor, calendar }) => {
    const notices = noticesFor(actor, draft.now);
    if (notices.length === 0 || (round !== undefined && round !== draft.now.round)) return;
    const stopped = notices.flatMap((notice) => runningClock(draft.now, notice) ?? []);
    draft.append(
      'acknowledged',
      { notices },
      stopped.map((clock) => stopClock(clock, now, calendar)),
    );
  },
  strikeEntry: (draft, { entryId, reason, text }, { actor }) => {
    const entry = strikableEntries(draft.now, actor).find(({ id }) => id === entryId);
    if (entry === undefined) {
      return refused('badInput', { fields: { entryId: '只能由记录人或责任部门负责人划掉还没划掉的进展和备注' } });
    }
    draft.append('entryStruck', { entryId, entryType: entry.type, reason });
    if ((text ?? '') !== '') draft.append(entry.type, { text: text ?? '', photos: [] });
  },
  addSeverityReason: (draft, { reason, note }) => draft.append('reasonAdded', { code: reason, evidence: note }),
  strikeSeverityReason: (draft, { reason, note }) => {
    if (!draft.now.reasons.some((r) => r.code === reason && r.struck === null))
      refused('badInput', { fields: { reason: '没有这条定级依据' } });
    draft.append('reasonStruck', { code: reason, note });
  },
};
