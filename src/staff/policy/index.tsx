import './policy.scss';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { settingAt, SETTING_GROUPS, type SettingGroup } from '../../../domain/policy/settings';
import type { PolicyView, VersionView } from '../../../types/api/policy';
import type { EstateId } from '../../../types/ids';
import { errorText, isGone } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { WAY_TO_DESK } from '../../services/navigate';
import { usePages, useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Chips } from '../../ui/Chips';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { GroupEditor } from './group-editor';
import { TEXTS } from './policy-texts';
import { settingText } from './setting-value';
import { VersionHistory } from './version-history';

const COMPANY = 'company';

/** RP-09: every number that holds, whose it is, and who changed what; an admin changes a group at a time. */
export default function PolicyPage() {
  const [estateId, setEstateId] = useState<EstateId | null>(null);
  const where = estateId === null ? {} : { estateId };
  const policy = useProcedure('policy', where, { fresh: true });
  return (
    <Page title={TEXTS.title} width="column">
      {policy.data !== undefined ? (
        <Policy
          key={estateId ?? COMPANY}
          view={policy.data}
          onOwner={setEstateId}
          onStale={() => void policy.refetch()}
        />
      ) : policy.error ? (
        <ErrorBlock
          text={errorText(policy.error)}
          onRetry={() => void policy.refetch()}
          busy={policy.isFetching}
          way={isGone(policy.error) ? WAY_TO_DESK : undefined}
        />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}

interface Props {
  view: PolicyView;
  onOwner: (estateId: EstateId | null) => void;
  onStale: () => void;
}

function Policy({ view, onOwner, onStale }: Props) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <Stack>
      <Card>
        <Chips
          label={TEXTS.whose}
          options={[
            { value: COMPANY, text: TEXTS.company },
            ...view.estates.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={view.estateId ?? COMPANY}
          onChange={(chosen) => onOwner(view.estates.find(({ id }) => id === chosen)?.id ?? null)}
        />
        <View className="hs-policy__faint">{TEXTS.note}</View>
        {view.mayChange ? null : <View className="hs-policy__faint">{TEXTS.readOnly}</View>}
      </Card>
      {view.yearsWithoutCalendar.length > 0 ? (
        <Card tone="danger">
          <View ariaRole="alert">{TEXTS.calendarMissing(view.yearsWithoutCalendar)}</View>
        </Card>
      ) : null}
      {SETTING_GROUPS.map((group) => (
        <Card
          key={group.key}
          title={group.title}
          flush={editing !== group.key}
          aside={
            view.mayChange && editing === null ? (
              <Button
                text={TEXTS.edit}
                tone="quiet"
                size="small"
                label={TEXTS.editGroup(group.title)}
                onPress={() => setEditing(group.key)}
              />
            ) : null
          }
        >
          {editing === group.key ? (
            <GroupEditor view={view} group={group} onDone={() => setEditing(null)} onStale={onStale} />
          ) : (
            <Settings view={view} group={group} />
          )}
        </Card>
      ))}
      <History estateId={view.estateId} />
    </Stack>
  );
}

function Settings({ view, group }: { view: PolicyView; group: SettingGroup }) {
  const inForce = new Map(view.settings.map((setting) => [setting.path, setting]));
  return (
    <>
      {group.settings.map((setting) => {
        const now = inForce.get(setting.path);
        return (
          <Cell
            key={setting.path}
            title={setting.label}
            note={`${setting.source} · ${TEXTS.from[now?.from ?? 'default']}`}
            value={settingText(setting, now?.value)}
          />
        );
      })}
    </>
  );
}

const changeText = ({ path, before, after }: VersionView['changes'][number]): string => {
  const setting = settingAt(path);
  const text = (value: unknown) =>
    value === undefined || setting === undefined ? TEXTS.asAbove : settingText(setting, value);
  return TEXTS.changed(setting?.label ?? path, text(before), text(after));
};

function History({ estateId }: { estateId: EstateId | null }) {
  const where = estateId === null ? {} : { estateId };
  const estates = useEstates();
  const pages = usePages('policyHistory', estateId ?? COMPANY, (cursor) =>
    cursor === undefined ? where : { ...where, cursor },
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
      zone={zoneOf(estates.data?.items, estateId ?? estates.data?.items[0]?.id ?? '')}
      changeText={changeText}
      more={pages.hasNextPage}
      loading={pages.isFetchingNextPage}
      error={pages.error ? errorText(pages.error) : ''}
      onMore={() => void pages.fetchNextPage()}
    />
  );
}
