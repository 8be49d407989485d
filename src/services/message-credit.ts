import type { Me } from '../../types/views';

/** WeChat shows at most three templates in one question. */
const AT_ONCE = 3;

/** The templates to ask for: those of which the least is left. */
export function templatesToAsk(credits: Me['credits'], audience: 'resident' | 'staff'): string[] {
  return credits
    .filter((credit) => credit.audience === audience && credit.templateId !== '')
    .sort((a, b) => a.left - b.left)
    .slice(0, AT_ONCE)
    .map((credit) => credit.templateId);
}
