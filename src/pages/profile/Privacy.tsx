/** What a resident may ask about their own data: agreement, who opened it, a copy, erasure (PV-01, PV-03, IN-05). */
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, timeText } from '../../../domain/clock/describe';
import { OPENING_WAYS } from '../../../types/vocabulary';
import type { Me } from '../../../types/views';
import { errorText } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { keepMe } from '../../services/me';
import { goToTab } from '../../services/navigate';
import { queryClient, useCommand, usePages, useProcedure } from '../../services/query';
import { saveText } from '../../services/save-text';
import { forgetEverything } from '../../services/storage';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Sheet } from '../../ui/Sheet';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { Notice } from '../../welcome/Notice';
import { exportedData } from './export-data';
import { WORDS as PAGE_WORDS } from './words';

const WORDS = PAGE_WORDS.privacy;
const FILE_NAME = 'huiyin.json';
const failed = (error: unknown) => toast(errorText(error), 'bad');

export function Privacy({ me }: { me: Me }) {
  const [open, setOpen] = useState<'notice' | 'openings' | 'erase' | null>(null);
  const [exporting, setExporting] = useState(false);
  const zone = useZone(me);
  const close = () => setOpen(null);
  const exportAll = () => {
    if (exporting) return;
    setExporting(true);
    exportedData()
      .then((text) => saveText(FILE_NAME, text))
      .then((saved) => (saved ? toast(WORDS.exported, 'good') : toast(WORDS.exportFailed, 'bad')), failed)
      .finally(() => setExporting(false));
  };
  const agreed =
    me.consentVersion === null || me.consentAt === null
      ? WORDS.withdrawn
      : WORDS.agreed(me.consentVersion, dayOf(me.consentAt, zone));
  return (
    <Card title={WORDS.title} flush>
      <Cell icon="shield" title={WORDS.notice} note={agreed} onPress={() => setOpen('notice')} />
      <Cell icon="people" title={WORDS.openings} note={WORDS.openingsNote} onPress={() => setOpen('openings')} />
      <Cell
        icon="list"
        title={WORDS.export}
        note={exporting ? WORDS.exporting : WORDS.exportNote}
        onPress={exportAll}
      />
      <Cell icon="trash" title={WORDS.erase} note={WORDS.eraseNote} onPress={() => setOpen('erase')} />
      <Sheet open={open === 'notice'} title={WORDS.notice} onClose={close}>
        <Agreement me={me} onDone={close} />
      </Sheet>
      <Sheet open={open === 'openings'} title={WORDS.openings} onClose={close}>
        <Openings me={me} />
      </Sheet>
      <Sheet open={open === 'erase'} title={WORDS.eraseTitle} onClose={close}>
        <Erasure onLater={close} />
      </Sheet>
    </Card>
  );
}

const useZone = (me: Me) => zoneOf(useEstates().data?.items, me.homes[0]?.estateId ?? '');

function Agreement({ me, onDone }: { me: Me; onDone: () => void }) {
  const notice = useProcedure('privacyNotice', {});
  const withdraw = useCommand('withdrawConsent');
  const agree = useCommand('agreeToPrivacyNotice');
  const [asking, setAsking] = useState(false);
  if (notice.data === undefined)
    return notice.isError ? (
      <ErrorBlock text={errorText(notice.error)} busy={notice.isFetching} onRetry={() => void notice.refetch()} />
    ) : (
      <Skeleton cards={2} />
    );
  const { version, sections } = notice.data;
  const done = (words: string) => (answer: Me) => {
    keepMe(answer);
    toast(words, 'good');
    onDone();
  };
  return (
    <Stack>
      <Notice sections={sections} />
      {me.consentVersion === null ? (
        <Button
          text={WORDS.agree}
          block
          busy={agree.busy}
          onPress={() => void agree.run(() => ({ version })).then(done(WORDS.agreeDone), failed)}
        />
      ) : (
        <Button text={WORDS.withdraw} tone="secondary" block onPress={() => setAsking(true)} />
      )}
      <Dialog
        open={asking}
        title={WORDS.withdrawTitle}
        body={WORDS.withdrawBody}
        confirmText={WORDS.withdraw}
        danger
        busy={withdraw.busy}
        onConfirm={() => void withdraw.run(() => ({})).then(done(WORDS.withdrawDone), failed)}
        onCancel={() => setAsking(false)}
      />
    </Stack>
  );
}

function Openings({ me }: { me: Me }) {
  const list = usePages('myOpenings', 'all', (cursor) => ({ cursor }));
  const now = useNow();
  const zone = useZone(me);
  if (list.data === undefined)
    return list.isError ? (
      <ErrorBlock text={errorText(list.error)} busy={list.isFetching} onRetry={() => void list.refetch()} />
    ) : (
      <Skeleton cards={2} />
    );
  const lines = list.data.pages.flatMap((page) => page.items);
  if (lines.length === 0) return <Empty picture="calm" text={WORDS.noOpenings} note={WORDS.noOpeningsNote} />;
  return (
    <>
      {lines.map(({ id, at, byName, roleText, way, number }) => (
        <Cell
          key={id}
          title={WORDS.opening(roleText, byName)}
          note={WORDS.opened(timeText(at, now, zone), OPENING_WAYS[way], number)}
        />
      ))}
      <EndOfList
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? errorText(list.error) : undefined}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  );
}

type OpenOnes = 'finishFirst' | 'withdraw';

function Erasure({ onLater }: { onLater: () => void }) {
  const erase = useCommand('eraseMe');
  const [sure, setSure] = useState<OpenOnes | null>(null);
  const [stillOpen, setStillOpen] = useState('');
  const done = () => {
    forgetEverything();
    queryClient.clear();
    toast(WORDS.erased, 'good');
    goToTab('home');
  };
  const run = (openOnes: OpenOnes) =>
    void erase
      .run(() => ({ openOnes }))
      .then(done, (error: unknown) => {
        setSure(null);
        setStillOpen(errorText(error));
      });
  return (
    <Stack>
      <Text>{WORDS.eraseLead}</Text>
      <Text>{WORDS.goes}</Text>
      <Text>{WORDS.stays}</Text>
      {stillOpen === '' ? (
        <Button text={WORDS.eraseNow} tone="danger" block onPress={() => setSure('finishFirst')} />
      ) : (
        <>
          <View ariaRole="alert">
            <Text>{stillOpen}</Text>
          </View>
          <Text>{WORDS.open}</Text>
          <Button text={WORDS.finishFirst} tone="secondary" block onPress={onLater} />
          <Button text={WORDS.withdrawAndErase} tone="danger" block onPress={() => setSure('withdraw')} />
        </>
      )}
      <Dialog
        open={sure !== null}
        title={WORDS.sure}
        body={WORDS.sureBody}
        confirmText={WORDS.sureConfirm}
        danger
        busy={erase.busy}
        onConfirm={() => run(sure ?? 'finishFirst')}
        onCancel={() => setSure(null)}
      />
    </Stack>
  );
}
