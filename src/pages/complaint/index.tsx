import { useRouter } from '@tarojs/taro';
import { errorText, isGone } from '../../services/api-error';
import { WAY_HOME } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Known } from '../../welcome/Known';
import { ComplaintPage } from './ComplaintPage';
import { WORDS } from './words';

const REFRESH_MS = 30_000;

export default function Complaint() {
  return (
    <Known title={WORDS.title} needs="known">
      {() => <Loaded />}
    </Known>
  );
}

function Loaded() {
  const { id, number } = useRouter().params;
  const complaint = useProcedure('getComplaint', id ? { id } : { number: number ?? '' }, {
    refetchEveryMs: REFRESH_MS,
  });
  if (complaint.data !== undefined) return <ComplaintPage view={complaint.data} />;
  return (
    <Page title={WORDS.title}>
      {complaint.isError ? (
        <ErrorBlock
          text={errorText(complaint.error)}
          busy={complaint.isFetching}
          onRetry={() => void complaint.refetch()}
          way={isGone(complaint.error) ? WAY_HOME : undefined}
        />
      ) : (
        <Skeleton cards={4} />
      )}
    </Page>
  );
}
