import type { CommandName } from '../../../types/commands';
import type { ComplaintId } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Skeleton } from '../../ui/Skeleton';
import { ComplaintRow } from '../list/complaint-row';
import { LongList } from '../list/long-list';
import { showOnly, useDeskFilter } from './desk-filter';
import { TEXTS } from './desk-texts';
import type { useDuties } from './use-duties';

interface Props {
  duties: ReturnType<typeof useDuties>;
  /** The one shown beside the list. */
  chosen: ComplaintId | undefined;
  onOpen: (id: ComplaintId, command?: CommandName) => void;
}

/** The duties, each with what must be done, its countdown and its one main button; as many as there are. */
export function DutyList({ duties, chosen, onOpen }: Props) {
  const only = useDeskFilter((filter) => filter.only);
  const { items } = duties;
  if (items === undefined)
    return duties.error === '' ? <Skeleton cards={4} /> : <ErrorBlock text={duties.error} onRetry={duties.retry} />;
  if (items.length === 0)
    return only === 'all' ? (
      <Empty picture="done" text={TEXTS.empty} note={TEXTS.emptyNote} />
    ) : (
      <Empty picture="done" text={TEXTS.emptyFilter} action={{ text: TEXTS.showAll, onPress: () => showOnly('all') }} />
    );
  const row = (card: ComplaintCard) => {
    const { duty } = card;
    return (
      <ComplaintRow
        key={card.id}
        card={card}
        chosen={chosen === card.id}
        onPress={() => onOpen(card.id)}
        action={
          duty ? (
            <Button
              text={duty.text}
              size="small"
              onPress={() => onOpen(card.id, duty.command)}
              label={`${duty.text}，${card.number}`}
            />
          ) : null
        }
      />
    );
  };
  return (
    <>
      <LongList items={items} row={row} onNearEnd={duties.nearEnd} />
      <EndOfList more={duties.more} loading={duties.loading} error={duties.error} onMore={duties.showMore} />
    </>
  );
}
