/** At the desk: how many actions wait for this person; nothing when none does. */
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { openActions } from '../addresses';
import { TEXTS } from './action-texts';

/** Up to here is counted. */
const MOST = 20;

export function ActionsDue() {
  const asked = useProcedure('myActions', { limit: MOST });
  const count = asked.data?.items.length ?? 0;
  if (count === 0) return null;
  const many = asked.data?.cursor === null ? String(count) : `${MOST}+`;
  return <Button text={`${TEXTS.title}：${many} 项待办`} tone="secondary" block onPress={openActions} />;
}
