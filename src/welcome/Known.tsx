/**
 * Stands before a page that needs to know who is here: first the privacy notice (IN-05), then a home by invitation,
 * then a name and a phone. Whoever is known sees the page at once, and comes out where they wanted to go.
 */
import { type ReactNode, useState } from 'react';
import type { Me } from '../../types/views';
import { errorText } from '../services/api-error';
import { useMe } from '../services/me';
import { ErrorBlock } from '../ui/ErrorBlock';
import { Page } from '../ui/Page';
import { Skeleton } from '../ui/Skeleton';
import type { TabName } from '../ui/TabBar';
import { BindHome } from './BindHome';
import { Consent } from './Consent';
import { Contact } from './Contact';

interface KnownProps {
  /** The title of the page behind, while it is not known who is here. */
  title: string;
  tab?: TabName | undefined;
  /**
   * `known`: whoever agreed once, also when they took it back (IN-05); `home`: somebody without a home is asked for their
   * invitation; staff may go on without.
   */
  needs: 'known' | 'consent' | 'home';
  children: (me: Me) => ReactNode;
}

export function Known({ title, tab, needs, children }: KnownProps) {
  const me = useMe();
  const [bound, setBound] = useState<string | null>(null);
  const [later, setLater] = useState(false);
  if (me.data === undefined) {
    return (
      <Page title={title} tab={tab}>
        {me.isError ? (
          <ErrorBlock text={errorText(me.error)} busy={me.isFetching} onRetry={() => void me.refetch()} />
        ) : (
          <Skeleton />
        )}
      </Page>
    );
  }
  if (me.data.personId === null || (me.data.consentVersion === null && needs !== 'known')) return <Consent />;
  if (bound !== null) return <Contact home={bound} me={me.data} onDone={() => setBound(null)} />;
  const homeless = me.data.homes.length === 0 && !me.data.staff;
  if (needs === 'home' && homeless && !later) return <BindHome onBound={setBound} onLater={() => setLater(true)} />;
  return children(me.data);
}
