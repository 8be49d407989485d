/**
 * RP-04: what a complaint counts for in which month. Every figure is a set of complaints: one that something happened to
 * several times in a month is in it once, as it was the last time. So a number and the list that it opens are one and the
 * same set (ADR 0013).
 *
 * A figure belongs to the month in which the thing itself happened at the estate: filed, told, called back, closed. A clock
 * belongs to the month in which it was decided – met when it stopped in time, missed at its due time, whether or not it has
 * stopped since. What is compared with a quota or became of something belongs to the month of that: a callback to the month
 * in which it was planned, a reopening to the month in which the result was told.
 */
import type { Instant } from '../../types/ids';
import {
  BROKEN_DOWN,
  type BrokenDown,
  clockFigure,
  type Dimension,
  type Figure,
  lateFigure,
  NONE,
} from '../../types/figures';
import type { ClockKind } from '../../types/vocabulary';
import type { Clock } from '../clock/clock';
import { epoch, localDate, type Zone } from '../clock/zone';
import type { Complaint } from '../complaint/complaint';
import type { ComplaintEvent } from '../complaint/events';
import { buildingOf } from './building-of';

export interface FigureRules {
  zone: Zone;
  /** `policy.callback.satisfiedFrom` */
  satisfiedFrom: number;
}

export interface MonthFigure {
  /** Local, `2026-11`. */
  month: string;
  figure: Figure;
}

/** These end clocks that nobody has met: what they waited for isn't wanted any more. */
const GIVEN_UP: Partial<Record<ComplaintEvent['type'], 'all' | readonly ClockKind[]>> = {
  withdrawn: 'all',
  mergedInto: 'all',
  reopened: 'all',
  severityChanged: 'all',
  subtaskWithdrawn: 'all',
  dispatched: ['plan', 'planSignature', 'completion'],
};

const isMissed = ({ fired, stoppedAt, dueAt }: Clock): boolean =>
  fired.some((level) => level > 0) || (stoppedAt !== undefined && epoch(dueAt) < epoch(stoppedAt));

const nameOf = ({ kind, of, round, startedAt }: Clock): string => `${kind} ${of ?? ''} ${round} ${startedAt}`;

/** The clocks that were ended without having been met or missed. */
function givenUp(events: readonly ComplaintEvent[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const event of events) {
    const kinds = GIVEN_UP[event.type];
    if (kinds === undefined) continue;
    for (const clock of event.clocks ?? [])
      if (clock.stoppedAt === event.at && (kinds === 'all' || kinds.includes(clock.kind))) found.add(nameOf(clock));
  }
  return found;
}

interface Planned {
  grave: boolean;
  drawn: boolean;
  done: boolean;
  unreached: boolean;
}

/** The figures that a complaint counts for, each once, in a fixed order. */
export function figuresOf(
  { events, clocks }: Pick<Complaint, 'events' | 'clocks'>,
  { zone, satisfiedFrom }: FigureRules,
): MonthFigure[] {
  const monthOf = (at: Instant): string => localDate(epoch(at), zone).slice(0, 7);
  const found = new Map<string, MonthFigure>();
  const add = (month: string, ...figures: Figure[]) => {
    for (const figure of figures) found.set(`${month}|${figure}`, { month, figure });
  };

  const plans = new Map<string, Planned>();
  const verdicts = new Map<string, { solved: boolean; satisfied: boolean }>();
  let plan: Planned | null = null;
  let toldIn: string | null = null;
  for (const event of events) {
    const month = monthOf(event.at);
    switch (event.type) {
      case 'filed':
      case 'recorded':
        add(month, 'filed');
        break;
      case 'informed':
        add(month, 'informed');
        toldIn = month;
        break;
      case 'reopened':
        if (toldIn !== null) add(toldIn, 'reopened');
        plan = null;
        break;
      case 'callbackPlanned': {
        const { why, drawn, position } = event.data;
        const grave = why === 'severity' || why === 'emotion';
        // IN-11: what carries no severity is neither drawn nor called back.
        plan = grave || position > 0 ? { grave, drawn, done: false, unreached: false } : null;
        if (plan !== null) plans.set(month, plan);
        break;
      }
      case 'callbackRaised':
        if (plan !== null) plan.grave = true;
        break;
      case 'calledBack':
        if (plan !== null) plan.done = true;
        verdicts.set(month, { solved: event.data.solved, satisfied: event.data.satisfaction >= satisfiedFrom });
        break;
      case 'closed':
        add(month, 'closed');
        if (plan !== null) plan.unreached = event.data.reason === 'unreachable';
        break;
      default:
    }
  }
  for (const [month, { solved, satisfied }] of verdicts)
    add(month, 'calledBack', solved ? 'solved' : 'unsolved', satisfied ? 'satisfied' : 'dissatisfied');
  for (const [month, { grave, drawn, done, unreached }] of plans) {
    add(month, grave ? 'graveDue' : 'ordinaryDue');
    if (!grave && drawn) add(month, 'ordinaryDrawn');
    if (done) add(month, grave ? 'graveDone' : 'ordinaryDone');
    if (unreached) add(month, 'unreached');
  }

  const unwanted = givenUp(events);
  for (const clock of clocks) {
    if (isMissed(clock)) add(monthOf(clock.dueAt), clockFigure(clock.kind), lateFigure(clock.kind), 'missed');
    else if (clock.stoppedAt !== undefined && !unwanted.has(nameOf(clock)))
      add(monthOf(clock.stoppedAt), clockFigure(clock.kind));
  }
  return [...found.values()];
}

/** Where a complaint stands in each breakdown now; `none` when it stands nowhere. */
export const placesOf = (complaint: Complaint): Record<Dimension, string> => ({
  department: complaint.departmentId ?? NONE,
  building: buildingOf(complaint) ?? NONE,
  category: complaint.category,
});

const isBrokenDown = (figure: Figure): figure is BrokenDown => BROKEN_DOWN.some((one) => one === figure);

/** A number of a month: a figure, or its part of one department, building or category. */
export const cellOf = (figure: Figure, dimension?: Dimension, value?: string): string =>
  dimension === undefined ? figure : `${figure}|${dimension}|${value ?? NONE}`;

/** Month → the numbers to which the complaint adds one. */
export function cellsOf(complaint: Complaint, rules: FigureRules): Map<string, Set<string>> {
  const places = Object.entries(placesOf(complaint)) as [Dimension, string][];
  const months = new Map<string, Set<string>>();
  for (const { month, figure } of figuresOf(complaint, rules)) {
    const cells = months.get(month) ?? new Set();
    months.set(month, cells);
    cells.add(cellOf(figure));
    if (isBrokenDown(figure)) for (const [dimension, value] of places) cells.add(cellOf(figure, dimension, value));
  }
  return months;
}
