/** The timer's share of a complaint's life: clocks that have come due and surveys that were not answered. */
import { dueAges } from '../../../domain/complaint/ageing';
import { answerReadUntil } from '../../../domain/complaint/answers';
import { surveyPendingUntil } from '../../../domain/complaint/clocks';
import type { Complaint } from '../../../domain/complaint/complaint';
import { isWaitingOver } from '../../../domain/complaint/waiting';
import type { SystemCommand } from '../../../domain/complaint/command';
import type { CommandId, Instant } from '../../../types/ids';
import { type DueAct, elapsing, runClocksOn } from '../lifecycle/run-clocks';
import { COMPLAINTS, type Scene } from './carry-out';

const actOf = (complaint: Complaint, now: Instant): DueAct<SystemCommand> | null => {
  const readUntil = answerReadUntil(complaint);
  if (readUntil !== null && readUntil <= now)
    return { command: { name: 'answerLapse' }, commandId: `answer-lapse-${complaint.round}` as CommandId };
  const ages = dueAges(complaint, now).map(({ code, at }) => `${code}@${at}`);
  const waits = isWaitingOver(complaint, now) ? [`waiting@${complaint.waiting?.since}`] : [];
  const elapsed = elapsing(complaint, now, [...ages, ...waits]);
  if (elapsed !== null) return elapsed;
  const until = surveyPendingUntil(complaint);
  return until !== null && until <= now
    ? { command: { name: 'surveyLapse' }, commandId: `survey-lapse-${complaint.round}` as CommandId }
    : null;
};

/** @returns how many complaints were moved on */
export const runClocks = (scene: Scene, mayGoOn: () => boolean): Promise<number> =>
  runClocksOn(COMPLAINTS, actOf, scene, mayGoOn);
