/** RG-03: how good the automatic classification is, night by night, and which model is live. For quality and administrators. */
import { errorText, isGone } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { WAY_TO_DESK } from '../../services/navigate';
import { usePages, useProcedure } from '../../services/query';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Heading } from '../../ui/Heading';
import { Page } from '../layout/page';
import { Skeleton } from '../../ui/Skeleton';
import { Stack } from '../../ui/Stack';
import { TEXTS } from './classifier-texts';
import { ModelChoice } from './model-choice';
import { NightCard } from './night-card';

export default function Classifier() {
  const classifier = useProcedure('classifier', {}, { fresh: true });
  const estates = useEstates();
  return (
    <Page title={TEXTS.title} width="column">
      {classifier.data !== undefined ? (
        <Stack>
          <ModelChoice view={classifier.data} zone={zoneOf(estates.data?.items, estates.data?.items[0]?.id ?? '')} />
          <Nights />
        </Stack>
      ) : classifier.error ? (
        <ErrorBlock
          text={errorText(classifier.error)}
          onRetry={() => void classifier.refetch()}
          busy={classifier.isFetching}
          way={isGone(classifier.error) ? WAY_TO_DESK : undefined}
        />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}

function Nights() {
  const pages = usePages('classifierNights', 'company', (cursor) => (cursor === undefined ? {} : { cursor }));
  if (pages.data === undefined)
    return pages.error ? (
      <ErrorBlock text={errorText(pages.error)} onRetry={() => void pages.refetch()} busy={pages.isFetching} />
    ) : (
      <Skeleton />
    );
  const nights = pages.data.pages.flatMap((page) => page.items);
  return (
    <>
      <Heading level={2}>{TEXTS.nights}</Heading>
      {nights.length === 0 ? <Empty picture="calm" text={TEXTS.noNights} /> : null}
      {nights.map((night) => (
        <NightCard key={night.day} night={night} />
      ))}
      {nights.length === 0 ? null : (
        <EndOfList
          more={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          error={pages.error ? errorText(pages.error) : ''}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
