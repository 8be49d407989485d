import { useState } from 'react';
import type { Me } from '../../../types/views';
import { openProfile } from '../../services/navigate';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { Segments } from '../../ui/Segments';
import { Stack } from '../../ui/Stack';
import { Known } from '../../welcome/Known';
import { Inbox } from './Inbox';
import { MyComplaints } from './MyComplaints';
import { WORDS } from './words';

type List = 'open' | 'ended' | 'inbox';

export default function MinePage() {
  return (
    <Known title={WORDS.title} tab="mine" needs="known">
      {(me) => <Mine me={me} />}
    </Known>
  );
}

function Mine({ me }: { me: Me }) {
  const [list, setList] = useState<List>('open');
  const homes = me.homes.map((home) => `${home.estateName} ${home.text}`).join('、');
  return (
    <Page title={WORDS.title} tab="mine">
      <Stack>
        <Card flush>
          <Cell
            icon="person"
            title={me.name || WORDS.profile.name}
            note={homes || WORDS.profile.homes}
            onPress={openProfile}
          />
        </Card>
        <Segments
          label={WORDS.lists.label}
          value={list}
          onChange={setList}
          options={[
            { value: 'open', text: WORDS.lists.open },
            { value: 'ended', text: WORDS.lists.ended },
            { value: 'inbox', text: WORDS.lists.inbox, count: me.unread },
          ]}
        />
        {list === 'inbox' ? (
          <Inbox unread={me.unread} />
        ) : (
          <MyComplaints key={list} show={list} canFile={me.homes.length > 0} />
        )}
      </Stack>
    </Page>
  );
}
