import { useEffect, useState } from 'react';
import type { Me } from '../../../types/views';
import { belongsAtDesk, settleLaunch } from '../../services/launch';
import { goToTab } from '../../services/navigate';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { Known } from '../../welcome/Known';
import { Home } from './Home';
import { WORDS } from './words';

export default function HomePage() {
  return (
    <Known title={WORDS.title} tab="home" needs="home">
      {(me) => <HomeOrDesk me={me} />}
    </Known>
  );
}

/** Somebody who works here and lives elsewhere starts at the desk; the tab leads back here. */
function HomeOrDesk({ me }: { me: Me }) {
  const [toDesk] = useState(() => belongsAtDesk(me));
  useEffect(() => {
    settleLaunch();
    if (toDesk) goToTab('desk');
  }, [toDesk]);
  if (!toDesk) return <Home me={me} />;
  return (
    <Page title={WORDS.title} tab="home">
      <Skeleton />
    </Page>
  );
}
