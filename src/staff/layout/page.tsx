import { WAY_HOME } from '../../services/navigate';
import { useMe } from '../../services/me';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { type PageProps, Page as PlainPage } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { useStaffKeys } from '../keyboard/use-staff-keys';

/** For whoever isn't known to work here: nothing of what the page is called or does. */
const WORDS = { opening: '正在打开', closed: '打不开', notYours: '这个链接打不开，可能发错了人。' } as const;

/** A page of the staff: like any other, and with a keyboard it is worked by single keys. Nobody else sees anything of it. */
export function Page({ aside, children, ...rest }: PageProps) {
  const keys = useStaffKeys();
  const me = useMe();
  if (me.data?.staff === false)
    return (
      <PlainPage title={WORDS.closed}>
        <ErrorBlock text={WORDS.notYours} way={WAY_HOME} />
      </PlainPage>
    );
  // Without signal nobody can say; whoever has something kept here goes on with it.
  if (me.data === undefined && me.failureCount === 0)
    return (
      <PlainPage title={WORDS.opening} tab={rest.tab}>
        <Skeleton />
      </PlainPage>
    );
  return (
    <PlainPage
      {...rest}
      aside={
        <>
          {aside}
          {keys.button}
        </>
      }
    >
      {children}
      {keys.dialog}
    </PlainPage>
  );
}
