/** How one complaint of the demo goes: who says it, how fast each step follows, and what goes wrong on the way. */
import type { Channel, Satisfaction, SeverityReasonCode } from '../../types/vocabulary';
import type { EstateKey } from './estates';
import type { Matter } from './matters/matter';
import type { Moment } from './timeline';

export type Filer =
  | {
      by: 'resident';
      key: string;
      through: 'miniprogram' | 'officialAccount';
      hideIdentity?: boolean;
      onBehalfOf?: string;
      groupSize?: number;
    }
  | {
      by: 'staff';
      key: string;
      channel: Exclude<Channel, 'miniprogram' | 'officialAccount' | 'website'>;
      /** A resident known to the demo, or whoever rang up. */
      resident?: string;
      caller: { name: string; phone: string };
    };

/** Where a step of the story begins. */
export type Step =
  | 'confirm'
  | 'dispatch'
  | 'sign'
  | 'nameHandler'
  | 'investigate'
  | 'plan'
  | 'signPlan'
  | 'progress'
  | 'complete'
  | 'review'
  | 'inform'
  | 'callback'
  | 'reopen';

export interface Verdict {
  solved: boolean;
  satisfaction: Satisfaction;
  opinions: string;
  wantsFollowUp?: boolean;
}

export interface Twists {
  /** Sent to another department first, which gives it back (DP-03). */
  returned?: string;
  /** The plan is late and says so in time (HD-05). */
  postponed?: { reason: string; hours: number };
  /** The manager wants more (HD-02). */
  planReturned?: string;
  /** The desk isn't content with the result (RV-01). */
  rework?: string;
  /** The resident says “not solved” after the result (IF-02, IF-03). */
  reopened?: string;
  withdrawn?: string;
  urged?: string;
  added?: string;
  note?: string;
  /** Severity reasons the supervisor finds. */
  reason?: { code: SeverityReasonCode; note: string };
  informBy?: 'message' | 'read' | 'phone' | 'visit';
  survey?: Verdict | 'ignored';
  visit?: Verdict;
  /** How often nobody is at home. */
  notReached?: number;
}

export interface Plot {
  matter: Matter;
  estate: EstateKey;
  filer: Filer;
  filedAt: Moment;
  /** When a step happens, given the moment of the one before; beyond today means it hasn't happened yet. */
  when: (step: Step, after: Moment) => Moment;
  /** What the plan promises, given the moment of planning. */
  promised: (plannedAt: Moment) => Moment;
  twists: Twists;
  photos: boolean;
  /** Which of the handlers and receptionists it falls to. */
  turn: number;
}
