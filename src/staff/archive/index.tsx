import { View } from '@tarojs/components';
import { useState } from 'react';
import { addMonths, epoch, localDate } from '../../../domain/clock/zone';
import type { OutputOf } from '../../../types/procedures';
import { call } from '../../services/api';
import { errorText } from '../../services/api-error';
import { useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Chips } from '../../ui/Chips';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Field } from '../../ui/Field';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { useNow } from '../../ui/use-now';
import { openCase, openRegister } from '../addresses';
import { TEXTS } from './archive-texts';

/** The months that can be chosen, the last one first. */
const MONTHS = 12;

type Left = OutputOf<'archiveMonth'>['left'];
interface Outcome {
  archived: number;
  left: Left;
}

/** CB-09: quality archives what an estate closed in a month, page by page; pressing again goes on where it stopped. */
export default function Archive() {
  const estates = useProcedure('describeEstates', {});
  const now = useNow();
  const [estateId, setEstateId] = useState<string | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState('');

  const items = estates.data?.items;
  const estate = items?.find(({ id }) => id === estateId) ?? items?.[0];
  if (items === undefined || estate === undefined)
    return (
      <Page title={TEXTS.title}>
        {estates.error ? (
          <ErrorBlock
            text={errorText(estates.error)}
            onRetry={() => void estates.refetch()}
            busy={estates.isFetching}
          />
        ) : items === undefined ? (
          <Skeleton cards={2} />
        ) : (
          <Empty picture="calm" text={TEXTS.noEstate} />
        )}
      </Page>
    );

  const today = localDate(epoch(now), estate);
  const months = Array.from({ length: MONTHS }, (_, back) =>
    addMonths(`${today.slice(0, 7)}-01`, -1 - back).slice(0, 7),
  );
  const chosen = month ?? months[0] ?? '';
  const anew = () => {
    setOutcome(null);
    setProblem('');
  };
  const archive = async () => {
    setWorking(true);
    setProblem('');
    let sum: Outcome = { archived: 0, left: [] };
    let cursor: string | null = null;
    try {
      do {
        const page: OutputOf<'archiveMonth'> = await call('archiveMonth', {
          estateId: estate.id,
          month: chosen,
          ...(cursor === null ? {} : { cursor }),
        });
        sum = { archived: sum.archived + page.archived, left: [...sum.left, ...page.left] };
        setOutcome(sum);
        cursor = page.cursor;
      } while (cursor !== null);
    } catch (error) {
      setProblem(errorText(error));
    } finally {
      setWorking(false);
    }
  };

  return (
    <Page
      title={TEXTS.title}
      problem={problem === '' ? undefined : problem}
      bar={
        <Button
          text={TEXTS.act}
          busyText={TEXTS.busy(outcome?.archived ?? 0)}
          block
          busy={working}
          onPress={() => void archive()}
        />
      }
    >
      <Stack>
        <Card>
          <Field label={TEXTS.estate} group>
            <Chips
              options={items.map(({ id, name }) => ({ value: id, text: name }))}
              value={estate.id}
              onChange={(id) => {
                setEstateId(id);
                anew();
              }}
            />
          </Field>
          <Field label={TEXTS.month} hint={TEXTS.note} group>
            <Chips
              options={months.map((value) => ({ value, text: TEXTS.monthText(value) }))}
              value={chosen}
              onChange={(value) => {
                setMonth(value);
                anew();
              }}
            />
          </Field>
        </Card>
        {outcome === null || working ? null : (
          <View ariaRole="status">
            <Card title={TEXTS.done(outcome.archived)} flush>
              {outcome.left.length === 0 ? null : (
                <View>
                  <Cell title={TEXTS.left(outcome.left.length)} />
                  {outcome.left.map(({ id, number, why }) => (
                    <Cell key={id} title={number} note={why} onPress={() => openCase(id)} />
                  ))}
                </View>
              )}
            </Card>
          </View>
        )}
        <Button text={TEXTS.find} tone="quiet" onPress={() => openRegister()} />
      </Stack>
    </Page>
  );
}
