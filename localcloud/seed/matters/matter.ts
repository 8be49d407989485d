/** One thing that happened in the demo's estates: what the resident writes, and what comes of it. */
import type { Category, Kind, HandledOutcome, Responsibility } from '../../../types/vocabulary';
import type { DepartmentKey } from '../estates';
import type { SceneName } from '../scenes';

export interface Matter {
  kind: Kind;
  category: Category;
  department: DepartmentKey;
  responsibility: Responsibility;
  /** A public place; empty for the resident's home. */
  area: string;
  text: string;
  wish?: string;
  about?: string;
  findings: string;
  measures: string;
  progress?: string;
  result: string;
  outcome?: HandledOutcome;
  /** Needed when the outcome isn't a repair: why, and where to turn. */
  explanation?: string;
  before?: SceneName;
  after?: SceneName;
}

type Facts = Pick<Matter, 'text' | 'findings' | 'measures' | 'result'> & Partial<Matter>;

/** Ours to put right, which is the usual case. */
export const matter = (category: Category, department: DepartmentKey, area: string, facts: Facts): Matter => ({
  kind: 'complaint',
  responsibility: 'own',
  category,
  department,
  area,
  ...facts,
});
