/** Which use case carries out which procedure. */
import { COMMAND_NAMES, type CommandName } from '../../types/commands';
import { ACTION_COMMAND_NAMES, type ActionCommandName } from '../../types/action-commands';
import type { ProcedureName } from '../../types/procedures';
import { actionsOfComplaint } from './action/actions-of-complaint';
import { actionsOfEstate } from './action/actions-of-estate';
import { getAction } from './action/get-action';
import { myActions } from './action/my-actions';
import { ACTION_LIFECYCLE_USE_CASES } from './action/run-action-command';
import type { PersonUseCase, UseCase } from './call';
import { archiveMonth } from './archive/archive-month';
import { chooseModel } from './classification/choose-model';
import { classifierNights } from './classification/classifier-nights';
import { getClassifier } from './classification/get-classifier';
import { fileComplaint } from './complaint/file-complaint';
import { getComplaint } from './complaint/get-complaint';
import { homeOverview } from './complaint/home-overview';
import { myComplaints } from './complaint/my-complaints';
import { recordComplaint } from './complaint/record-complaint';
import { LIFECYCLE_USE_CASES } from './complaint/run-command';
import { suggestClassification } from './complaint/suggest-classification';
import { describeEstates } from './estate/describe-estates';
import { forPerson } from './for-person';
import { alikeIncidents } from './incident/alike-incidents';
import { alikeMatters } from './incident/alike-matters';
import { getIncident } from './incident/get-incident';
import { incidentMembers } from './incident/incident-members';
import { incidents } from './incident/incidents';
import { joinIncident } from './incident/join-incident';
import { INCIDENT_USE_CASES } from './incident/run-incident-command';
import { inbox } from './message/inbox';
import { readMessages } from './message/read-messages';
import { agreeToPrivacyNotice } from './people/agree-to-privacy-notice';
import { beginLogin } from './people/begin-login';
import { bindHome } from './people/bind-home';
import { findHomes } from './people/find-homes';
import { joinStaff } from './people/join-staff';
import { loginOfficialAccount } from './people/login-official-account';
import { privacyNotice } from './people/privacy-notice';
import { recordSubscribeConsent } from './people/record-subscribe-consent';
import { saveContact } from './people/save-contact';
import { whoAmI } from './people/who-am-i';
import { eraseMe } from './privacy/erase-me';
import { exportMyData } from './privacy/export-my-data';
import { myOpenings } from './privacy/my-openings';
import { noteCall } from './privacy/note-call';
import { withdrawConsent } from './privacy/withdraw-consent';
import { changePolicy } from './policy/change-policy';
import { getPolicy } from './policy/get-policy';
import { policyHistory } from './policy/policy-history';
import { dashboard } from './report/dashboard';
import { explainLetters } from './routine/explain-letters';
import { listRoutines } from './routine/list-routines';
import { openBox } from './routine/open-box';
import { openRoutines } from './routine/open-routines';
import { changeRouting } from './routing/change-routing';
import { getRouting } from './routing/get-routing';
import { routingHistory } from './routing/routing-history';
import { confirmUpload } from './upload/confirm-upload';
import { requestUpload } from './upload/request-upload';
import { callbackRoute } from './lists/callback-route';
import { desk } from './lists/desk';
import { homeHistory } from './lists/home-history';
import { register } from './lists/register';

export type UseCases = { readonly [N in ProcedureName]: UseCase<N> };

export const USE_CASES: UseCases = {
  beginLogin,
  loginOfficialAccount,
  whoAmI,
  privacyNotice,
  agreeToPrivacyNotice,
  bindHome: forPerson(bindHome),
  joinStaff: forPerson(joinStaff),
  saveContact: forPerson(saveContact),
  recordSubscribeConsent: forPerson(recordSubscribeConsent),
  myOpenings: forPerson(myOpenings),
  noteCall: forPerson(noteCall),
  withdrawConsent: forPerson(withdrawConsent),
  exportMyData: forPerson(exportMyData),
  eraseMe,
  findHomes: forPerson(findHomes),
  describeEstates,
  suggestClassification: forPerson(suggestClassification),
  fileComplaint: forPerson(fileComplaint),
  recordComplaint: forPerson(recordComplaint),
  getComplaint: forPerson(getComplaint),
  myComplaints: forPerson(myComplaints),
  homeOverview: forPerson(homeOverview),
  desk: forPerson(desk),
  callbackRoute: forPerson(callbackRoute),
  register: forPerson(register),
  dashboard: forPerson(dashboard),
  homeHistory: forPerson(homeHistory),
  myActions: forPerson(myActions),
  actionsOfEstate: forPerson(actionsOfEstate),
  actionsOfComplaint: forPerson(actionsOfComplaint),
  getAction: forPerson(getAction),
  alikeIncidents: forPerson(alikeIncidents),
  joinIncident: forPerson(joinIncident),
  alikeMatters: forPerson(alikeMatters),
  incidents: forPerson(incidents),
  getIncident: forPerson(getIncident),
  incidentMembers: forPerson(incidentMembers),
  confirmCollective: forPerson(INCIDENT_USE_CASES.confirmCollective),
  revokeCollective: forPerson(INCIDENT_USE_CASES.revokeCollective),
  describeIncident: forPerson(INCIDENT_USE_CASES.describeIncident),
  mergeIncidents: forPerson(INCIDENT_USE_CASES.mergeIncidents),
  inbox: forPerson(inbox),
  readMessages: forPerson(readMessages),
  requestUpload: forPerson(requestUpload),
  confirmUpload: forPerson(confirmUpload),
  archiveMonth: forPerson(archiveMonth),
  classifier: forPerson(getClassifier),
  classifierNights: forPerson(classifierNights),
  chooseModel: forPerson(chooseModel),
  policy: forPerson(getPolicy),
  changePolicy: forPerson(changePolicy),
  policyHistory: forPerson(policyHistory),
  routing: forPerson(getRouting),
  changeRouting: forPerson(changeRouting),
  routingHistory: forPerson(routingHistory),
  explainLetters: forPerson(explainLetters),
  openRoutines: forPerson(openRoutines),
  routines: forPerson(listRoutines),
  openBox: forPerson(openBox),
  ...lifecycleUseCases(),
  ...actionLifecycleUseCases(),
};

/** Every command of the lifecycle table goes the same way. */
function lifecycleUseCases(): { readonly [N in CommandName]: UseCase<N> } {
  const entries = COMMAND_NAMES.map((name) => [
    name,
    forPerson(LIFECYCLE_USE_CASES[name] as PersonUseCase<CommandName>),
  ]);
  return Object.fromEntries(entries);
}

/** And every command on an action. */
function actionLifecycleUseCases(): { readonly [N in ActionCommandName]: UseCase<N> } {
  const entries = ACTION_COMMAND_NAMES.map((name) => [
    name,
    forPerson(ACTION_LIFECYCLE_USE_CASES[name] as PersonUseCase<ActionCommandName>),
  ]);
  return Object.fromEntries(entries);
}
