import { useRouter } from '@tarojs/taro';
import { errorText, isGone } from '../../services/api-error';
import { replaceByComplaint, WAY_HOME } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Known } from '../../welcome/Known';
import { SurveyForm } from './SurveyForm';
import { WORDS } from './words';

export default function Survey() {
  return (
    <Known title={WORDS.title} needs="consent">
      {() => <Loaded />}
    </Known>
  );
}

function Loaded() {
  const { id = '' } = useRouter().params;
  const complaint = useProcedure('getComplaint', { id });
  const view = complaint.data;
  if (view === undefined) {
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
          <Skeleton cards={3} />
        )}
      </Page>
    );
  }
  return <SurveyForm view={view} over={<Over id={view.id} />} />;
}

function Over({ id }: { id: string }) {
  return (
    <Page title={WORDS.title}>
      <Empty
        picture="done"
        text={WORDS.over.text}
        note={WORDS.over.note}
        action={{ text: WORDS.over.act, onPress: () => replaceByComplaint(id) }}
      />
    </Page>
  );
}
