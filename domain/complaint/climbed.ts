/** CK-02: whose a duty becomes besides, level by level: those above the desk and the departments whom its clock has reached. */
import type { Clock } from '../clock/clock';
import { type LadderKind, LADDERS } from '../clock/ladder';

type Above = 'manager' | 'generalManager';

export const climbedTo = ({ kind, fired }: Pick<Clock, 'kind' | 'fired'>, ladder: LadderKind = kind): Above[] =>
  LADDERS[ladder].flatMap(({ role }, level) =>
    fired.includes(level) && (role === 'manager' || role === 'generalManager') ? [role] : [],
  );
