/** Which form belongs to which command; null where a command has a page of its own or none for staff. */
import type { ReactElement } from 'react';
import type { CommandName } from '../../../types/commands';
import { AddNoteForm } from './forms/add-note';
import { AddSeverityReasonForm } from './forms/add-severity-reason';
import { AddSubtaskForm } from './forms/add-subtask';
import { AddWordsForm } from './forms/add-words';
import { ArchiveForm } from './forms/archive';
import { CompleteForm } from './forms/complete';
import { CompleteSubtaskForm } from './forms/complete-subtask';
import { ConfirmRecordForm } from './forms/confirm-record';
import { DispatchForm } from './forms/dispatch';
import { ForwardPraiseForm } from './forms/forward-praise';
import { InformResidentForm } from './forms/inform-resident';
import { LeaveIncidentForm } from './forms/leave-incident';
import { MergeIntoIncidentForm } from './forms/merge-into-incident';
import { NameHandlerForm } from './forms/name-handler';
import { OpenIncidentForm } from './forms/open-incident';
import { PassReviewForm } from './forms/pass-review';
import { PauseForResidentForm } from './forms/pause-for-resident';
import { PostponeForm } from './forms/postpone';
import { ReadOpinionForm } from './forms/read-opinion';
import { ReassignForm } from './forms/reassign';
import { RecordInvestigationForm } from './forms/record-investigation';
import { ReopenForm } from './forms/reopen';
import { ReportProgressForm } from './forms/report-progress';
import { ReportWorkDoneForm } from './forms/report-work-done';
import { ResumeForm } from './forms/resume';
import { ReturnPlanForm } from './forms/return-plan';
import { ReturnToDeskForm } from './forms/return-to-desk';
import { SendBackForm } from './forms/send-back';
import { SignForForm } from './forms/sign-for';
import { SplitOffForm } from './forms/split-off';
import { SignForSubtaskForm } from './forms/sign-for-subtask';
import { SignPlanForm } from './forms/sign-plan';
import { StrikeEntryForm } from './forms/strike-entry';
import { StrikeSeverityReasonForm } from './forms/strike-severity-reason';
import type { CommandFormProps } from './forms/use-command-form';
import { WithdrawSubtaskForm } from './forms/withdraw-subtask';
import { WriteAnswerForm } from './forms/write-answer';
import { WritePlanForm } from './forms/write-plan';

type Form = (props: CommandFormProps) => ReactElement;

export const COMMAND_FORMS = {
  confirmRecord: ConfirmRecordForm,
  forwardPraise: ForwardPraiseForm,
  dispatch: DispatchForm,
  signFor: SignForForm,
  returnToDesk: ReturnToDeskForm,
  reassign: ReassignForm,
  nameHandler: NameHandlerForm,
  recordInvestigation: RecordInvestigationForm,
  writePlan: WritePlanForm,
  signPlan: SignPlanForm,
  returnPlan: ReturnPlanForm,
  addSubtask: AddSubtaskForm,
  signForSubtask: SignForSubtaskForm,
  completeSubtask: CompleteSubtaskForm,
  withdrawSubtask: WithdrawSubtaskForm,
  reportProgress: ReportProgressForm,
  postpone: PostponeForm,
  pauseForResident: PauseForResidentForm,
  resume: ResumeForm,
  reportWorkDone: ReportWorkDoneForm,
  complete: CompleteForm,
  writeAnswer: WriteAnswerForm,
  passReview: PassReviewForm,
  sendBack: SendBackForm,
  informResident: InformResidentForm,
  /** Has its own page, staff/visit. */
  recordCallback: null,
  /** Of the phone's own queue. */
  noteCallback: null,
  readOpinion: ReadOpinionForm,
  archive: ArchiveForm,
  openIncident: OpenIncidentForm,
  mergeIntoIncident: MergeIntoIncidentForm,
  splitOff: SplitOffForm,
  leaveIncident: LeaveIncidentForm,
  addWords: AddWordsForm,
  addNote: AddNoteForm,
  strikeEntry: StrikeEntryForm,
  addSeverityReason: AddSeverityReasonForm,
  strikeSeverityReason: StrikeSeverityReasonForm,
  reopen: ReopenForm,
  /** Opening the case is the act. */
  acknowledge: null,
  /** The resident's own. */
  answerSurvey: null,
  urge: null,
  withdraw: null,
} as const satisfies Record<CommandName, Form | null>;

export const formOf = (command: CommandName): Form | null => COMMAND_FORMS[command];
