import '../policy/policy.scss';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RoutingView } from '../../../types/api/routing';
import { ROUTING_READERS } from '../../../types/contract';
import type { EstateId } from '../../../types/ids';
import { CATEGORIES } from '../../../types/vocabulary';
import { errorText, isGone } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { WAY_TO_DESK } from '../../services/navigate';
import { usePages, useProcedure } from '../../services/query';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { useEstateChoice } from '../estate/use-estate-choice';
import { VersionHistory } from '../policy/version-history';
import { RowEditor, type RoutingRow } from './row-editor';
import { TEXTS } from './routing-texts';

const nameOf = (matter: RoutingRow['matter']): string =>
  matter === 'otherwise' ? TEXTS.otherwise : CATEGORIES[matter];

/** DP-06: the routing table of an estate, changed a row at a time. */
export default function RoutingPage() {
  const { estate, choice, instead } = useEstateChoice(ROUTING_READERS, TEXTS.noEstate);
  return (
    <Page title={TEXTS.title}>
      {estate === undefined ? (
        instead
      ) : (
        <Stack>
          {choice}
          <Table key={estate.id} estateId={estate.id} />
        </Stack>
      )}
    </Page>
  );
}

function Table({ estateId }: { estateId: EstateId }) {
  const routing = useProcedure('routing', { estateId }, { fresh: true });
  const [editing, setEditing] = useState<RoutingRow['matter'] | null>(null);
  if (routing.data === undefined)
    return routing.error ? (
      <ErrorBlock
        text={errorText(routing.error)}
        onRetry={() => void routing.refetch()}
        busy={routing.isFetching}
        way={isGone(routing.error) ? WAY_TO_DESK : undefined}
      />
    ) : (
      <Skeleton cards={2} />
    );
  const view = routing.data;
  const row = view.rows.find(({ matter }) => matter === editing);
  return (
    <>
      <View className="hs-policy__faint">{view.mayChange ? TEXTS.note : TEXTS.readOnly}</View>
      <Card title={view.name} flush>
        {view.rows.map((each) => (
          <Cell
            key={each.matter}
            title={nameOf(each.matter)}
            note={whereTo(view, each)}
            label={`${nameOf(each.matter)}，${whereTo(view, each)}`}
            onPress={view.mayChange ? () => setEditing(each.matter) : undefined}
          />
        ))}
      </Card>
      <History estateId={estateId} />
      <Sheet
        open={row !== undefined}
        title={row === undefined ? '' : TEXTS.editing(nameOf(row.matter))}
        onClose={() => setEditing(null)}
      >
        {row === undefined ? null : (
          <RowEditor
            key={row.matter}
            view={view}
            row={row}
            onDone={() => setEditing(null)}
            onStale={() => void routing.refetch()}
          />
        )}
      </Sheet>
    </>
  );
}

function whereTo(view: RoutingView, { departmentId, handlerId, usual }: RoutingRow): string {
  const department = view.departments.find(({ id }) => id === departmentId);
  if (department === undefined) return TEXTS.byUsual(usual);
  const handler = department.handlers.find(({ id }) => id === handlerId);
  return [department.name, handler?.name ?? TEXTS.noHandler].join(' · ');
}

function History({ estateId }: { estateId: EstateId }) {
  const estates = useEstates();
  const pages = usePages('routingHistory', estateId, (cursor) =>
    cursor === undefined ? { estateId } : { estateId, cursor },
  );
  if (pages.data === undefined)
    return pages.error ? (
      <ErrorBlock text={errorText(pages.error)} onRetry={() => void pages.refetch()} busy={pages.isFetching} />
    ) : (
      <Skeleton />
    );
  return (
    <VersionHistory
      items={pages.data.pages.flatMap((page) => page.items)}
      zone={zoneOf(estates.data?.items, estateId)}
      changeText={({ path, before, after }) =>
        `${nameOf(path as RoutingRow['matter'])}：${String(before ?? TEXTS.usualBefore)} → ${String(after ?? TEXTS.usualBefore)}`
      }
      more={pages.hasNextPage}
      loading={pages.isFetchingNextPage}
      error={pages.error ? errorText(pages.error) : ''}
      onMore={() => void pages.fetchNextPage()}
    />
  );
}
