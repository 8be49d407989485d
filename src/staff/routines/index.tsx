import '../policy/policy.scss';
import { View } from '@tarojs/components';
import { timeText } from '../../../domain/clock/describe';
import type { RoutineView } from '../../../types/api/routine';
import { ROUTINE_READERS } from '../../../types/contract';
import { errorText } from '../../services/api-error';
import type { Estate } from '../../services/estates';
import { usePages, useProcedure } from '../../services/query';
import { serverNow } from '../../services/server-clock';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { openIntake } from '../addresses';
import { useEstateChoice } from '../estate/use-estate-choice';
import { BoxForm } from './box-form';
import { LettersForm } from './letters-form';
import { TEXTS } from './routines-texts';

/** IN-04: the boxes to open, and what was in them day by day. */
export default function RoutinesPage() {
  const open = useProcedure('openRoutines', {}, { fresh: true });
  const { estate, choice, instead } = useEstateChoice(ROUTINE_READERS, TEXTS.noEstate);
  return (
    <Page title={TEXTS.title}>
      {estate === undefined ? (
        instead
      ) : open.data === undefined ? (
        open.error ? (
          <ErrorBlock text={errorText(open.error)} onRetry={() => void open.refetch()} busy={open.isFetching} />
        ) : (
          <Skeleton cards={2} />
        )
      ) : (
        <Stack>
          <View className="hs-policy__faint">{TEXTS.note}</View>
          {open.data.items.map((box) =>
            box.mayOpen ? <BoxForm key={box.id} box={box} /> : <LettersForm key={box.id} box={box} />,
          )}
          {choice}
          <Records key={estate.id} estate={estate} />
        </Stack>
      )}
    </Page>
  );
}

function Records({ estate }: { estate: Estate }) {
  const pages = usePages('routines', estate.id, (cursor) =>
    cursor === undefined ? { estateId: estate.id } : { estateId: estate.id, cursor },
  );
  if (pages.data === undefined)
    return pages.error ? (
      <ErrorBlock text={errorText(pages.error)} onRetry={() => void pages.refetch()} busy={pages.isFetching} />
    ) : (
      <Skeleton />
    );
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty picture="letters" text={TEXTS.none} note={TEXTS.noneNote} />;
  return (
    <Card title={`${estate.name} ${TEXTS.records}`} flush>
      {items.map((box) => (
        <Record key={box.id} box={box} estate={estate} />
      ))}
      <EndOfList
        more={pages.hasNextPage}
        loading={pages.isFetchingNextPage}
        error={pages.error ? errorText(pages.error) : ''}
        onMore={() => void pages.fetchNextPage()}
      />
    </Card>
  );
}

function Record({ box, estate }: { box: RoutineView; estate: Estate }) {
  const { opened } = box;
  const words =
    opened === null
      ? TEXTS.notOpened
      : [
          TEXTS.opened(timeText(opened.at, serverNow(), estate), opened.by),
          opened.note,
          TEXTS.entered(box.entered.map(({ number }) => number)),
          TEXTS.missing(box.missing),
          box.explained === null ? '' : TEXTS.explained(box.explained.by, box.explained.note),
        ]
          .filter((part) => part !== '')
          .join(' · ');
  const content = [opened === null ? '' : TEXTS.content(opened.letters), box.late ? TEXTS.late : '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <Cell
      title={box.day}
      note={words}
      value={
        opened !== null && opened.letters > 0 ? (
          <Button
            text={`${content} ${TEXTS.enter}`}
            tone="quiet"
            size="small"
            onPress={() => openIntake({ channel: 'suggestionBox', estateId: box.estateId, boxId: box.id })}
          />
        ) : (
          content
        )
      }
    />
  );
}
