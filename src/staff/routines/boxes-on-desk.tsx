/** IN-04 on the desk: a box that is still to be opened is a duty like the others. */
import { View } from '@tarojs/components';
import { DESK } from '../../../types/contract';
import type { Role } from '../../../types/vocabulary';
import { useMe } from '../../services/me';
import { useProcedure } from '../../services/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Countdown } from '../../ui/Countdown';
import { openRoutines } from '../addresses';
import { TEXTS } from './routines-texts';

export function BoxesOnDesk() {
  const me = useMe();
  const atDesk = (me.data?.posts ?? []).some(({ role }) => (DESK as readonly Role[]).includes(role));
  const open = useProcedure('openRoutines', {}, { enabled: atDesk });
  const items = open.data?.items ?? [];
  const first = items.filter((box, n) => items.findIndex(({ estateId }) => estateId === box.estateId) === n);
  if (first.length === 0) return null;
  return (
    <View>
      <Card flush>
        {first.map((box) => {
          const here = items.filter(({ estateId }) => estateId === box.estateId);
          const unopened = here.filter(({ opened }) => opened === null).length;
          const text = TEXTS.onDesk(box.estateName, unopened, here.length - unopened);
          return (
            <Cell
              key={box.id}
              icon="mail"
              title={text}
              value={box.opened === null ? <Countdown dueAt={box.dueAt} size="small" /> : undefined}
              label={text}
              onPress={openRoutines}
            />
          );
        })}
      </Card>
    </View>
  );
}
