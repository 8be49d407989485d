import '../policy/policy.scss';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { timeText } from '../../../domain/clock/describe';
import type { RoutineView } from '../../../types/api/routine';
import { ROUTINE_READERS } from '../../../types/contract';
import type { EstateId } from '../../../types/ids';
import type { Role } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { type Estate, useEstates } from '../../services/estates';
import { useMe } from '../../services/me';
import { WAY_TO_DESK } from '../../services/navigate';
import { usePages, useProcedure } from '../../services/query';
import { serverNow } from '../../services/server-clock';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Chips } from '../../ui/Chips';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { openIntake } from '../addresses';
import { BoxForm } from './box-form';
import { LettersForm } from './letters-form';
import { TEXTS } from './routines-texts';

/** IN-04: the boxes to open, and what was in them day by day. */
export default function RoutinesPage() {
  const open = useProcedure('openRoutines', {}, { fresh: true });
  const estates = useEstates();
  const me = useMe();
  const [chosen, setChosen] = useState<EstateId | null>(null);
  const reads = (estate: Estate): boolean =>
    (me.data?.posts ?? []).some(
      ({ role, estateId }) =>
        (ROUTINE_READERS as readonly Role[]).includes(role) && (estateId === null || estateId === estate.id),
    );
  const readable = estates.data?.items.filter(reads) ?? [];
  const estate = readable.find(({ id }) => id === chosen) ?? readable[0];
  const error = open.error ?? estates.error ?? me.error;
  const loading = open.data === undefined || estates.data === undefined || me.data === undefined;
  return (
    <Page title={TEXTS.title}>
      {loading ? (
        error ? (
          <ErrorBlock text={errorText(error)} onRetry={() => void open.refetch()} busy={open.isFetching} />
        ) : (
          <Skeleton cards={2} />
        )
      ) : estate === undefined ? (
        <Empty picture="calm" text={TEXTS.noEstate} action={WAY_TO_DESK} />
      ) : (
        <Stack>
          <View className="hs-policy__faint">{TEXTS.note}</View>
          {open.data.items.map((box) =>
            box.mayOpen ? <BoxForm key={box.id} box={box} /> : <LettersForm key={box.id} box={box} />,
          )}
          {readable.length > 1 ? (
            <Chips
              label={TEXTS.estate}
              options={readable.map(({ id, name }) => ({ value: id, text: name }))}
              value={estate.id}
              onChange={setChosen}
            />
          ) : null}
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
