import type { FigureRules } from '../../../domain/report/figures';
import type { EstateContext } from '../estate/load-estate';

/** By what a complaint is counted: the zone and policy that it was registered under. */
export const figureRulesOf = ({ calendar, policy }: Pick<EstateContext, 'calendar' | 'policy'>): FigureRules => ({
  zone: calendar,
  satisfiedFrom: policy.callback.satisfiedFrom,
});
