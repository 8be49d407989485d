/** Which duty is served how. A new duty of the product needs one row here; one without a row is named in the report. */
import type { CommandName } from '../../../types/commands';
import type { Behaviour } from './deed';
import {
  complete,
  completeSubtask,
  nameHandler,
  recordInvestigation,
  signFor,
  signForSubtask,
  writeAnswer,
  writePlan,
} from './department-duties';
import { confirmRecord, dispatch, forwardPraise, informResident, passReview } from './desk-duties';
import { signPlan } from './manager-duties';
import { acknowledge, readOpinion } from './notice-duties';
import { recordCallback } from './patrol-duties';

export const DUTY_TABLE: Partial<Record<CommandName, Behaviour>> = {
  confirmRecord,
  dispatch,
  forwardPraise,
  signFor,
  nameHandler,
  recordInvestigation,
  writePlan,
  signPlan,
  complete,
  signForSubtask,
  completeSubtask,
  writeAnswer,
  passReview,
  informResident,
  recordCallback,
  acknowledge,
  readOpinion,
};
