import { useRouter } from '@tarojs/taro';
import type { Me } from '../../../types/views';
import { KINDS, type Kind } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { WAY_HOME } from '../../services/navigate';
import { useProcedure } from '../../services/query';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Known } from '../../welcome/Known';
import { FilePage } from './FilePage';
import { WORDS } from './words';

const isKind = (text: string | undefined): text is Kind => text !== undefined && Object.hasOwn(KINDS, text);

export default function File() {
  const { kind, follows } = useRouter().params;
  const first: Kind = isKind(kind) ? kind : 'complaint';
  return (
    <Known title={WORDS.title[first]} needs="home">
      {(me) =>
        follows ? (
          <Following me={me} kind={first} id={follows} />
        ) : (
          <FilePage me={me} firstKind={first} follows={null} />
        )
      }
    </Known>
  );
}

/** IF-03: filed again, beginning with what was said the last time. */
function Following({ me, kind, id }: { me: Me; kind: Kind; id: string }) {
  const earlier = useProcedure('getComplaint', { id });
  if (earlier.data !== undefined) return <FilePage me={me} firstKind={kind} follows={earlier.data} />;
  return (
    <Page title={WORDS.title[kind]}>
      {earlier.isError ? (
        <ErrorBlock
          text={errorText(earlier.error)}
          busy={earlier.isFetching}
          onRetry={() => void earlier.refetch()}
          way={WAY_HOME}
        />
      ) : (
        <Skeleton cards={3} />
      )}
    </Page>
  );
}
