import './profile.scss';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../types/views';
import { chooseLargeType, useAppearance } from '../../services/appearance';
import { useEstates } from '../../services/estates';
import { templatesToAsk } from '../../services/message-credit';
import { callPhone } from '../../services/navigate';
import { askForMessages, CAN_SUBSCRIBE } from '../../services/subscribe';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { Page } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Stack } from '../../ui/Stack';
import { Switch } from '../../ui/Switch';
import { toast } from '../../ui/toast';
import { ContactForm } from '../../welcome/ContactForm';
import { HomeCode } from '../../welcome/HomeCode';
import { Known } from '../../welcome/Known';
import { StaffCode } from '../../welcome/StaffCode';
import { Privacy } from './Privacy';
import { WORDS } from './words';

export default function ProfilePage() {
  return (
    <Known title={WORDS.title} needs="known">
      {(me) => <Profile me={me} />}
    </Known>
  );
}

type Open = 'home' | 'contact' | 'staff';

function Profile({ me }: { me: Me }) {
  const [open, setOpen] = useState<Open | null>(null);
  const largeType = useAppearance((state) => state.largeType);
  const estates = useEstates();
  const close = () => setOpen(null);
  const done = (text: string) => {
    toast(text, 'good');
    close();
  };
  return (
    <Page title={WORDS.title}>
      <Stack>
        <Card title={WORDS.homes.title} flush>
          {me.homes.map((home) => (
            <Cell key={home.id} icon="home" title={home.text} note={home.estateName} />
          ))}
          <Cell
            icon="plus"
            title={me.homes.length > 0 ? WORDS.homes.add : WORDS.homes.first}
            onPress={() => setOpen('home')}
          />
        </Card>
        <Card title={WORDS.contact.title} flush>
          <Cell
            icon="person"
            title={me.name || WORDS.contact.none}
            note={me.phone}
            value={WORDS.contact.edit}
            onPress={() => setOpen('contact')}
          />
        </Card>
        <Card title={WORDS.look.title}>
          <Switch title={WORDS.look.large} note={WORDS.look.note} on={largeType} onChange={chooseLargeType} />
        </Card>
        <MessageCredits me={me} />
        <Privacy me={me} />
        <Card title={WORDS.staff.title} flush>
          {me.posts.map((post) => (
            <Cell
              key={`${post.role}${post.estateId}${post.departmentId}`}
              icon="people"
              title={post.roleText}
              note={[post.estateName, post.departmentName].filter((part) => part !== '').join(' · ')}
            />
          ))}
          <Cell icon="desk" title={WORDS.staff.join} onPress={() => setOpen('staff')} />
        </Card>
        <Card title={WORDS.about.title} flush>
          {estates.data?.items.map((estate) => (
            <Cell
              key={estate.id}
              icon="phone"
              title={`${estate.name} ${WORDS.about.phone}`}
              value={estate.servicePhone}
              onPress={() => callPhone(estate.servicePhone)}
            />
          ))}
          <Cell icon="info" title={WORDS.about.text} />
        </Card>
      </Stack>
      <Sheet open={open === 'home'} title={WORDS.homes.first} onClose={close}>
        <HomeCode onBound={(home) => done(WORDS.homes.bound(home.text))} />
      </Sheet>
      <Sheet open={open === 'contact'} title={WORDS.contact.title} onClose={close}>
        <ContactForm me={me} onSaved={() => done(WORDS.contact.saved)} />
      </Sheet>
      <Sheet open={open === 'staff'} title={WORDS.staff.join} onClose={close}>
        <StaffCode onJoined={() => done(WORDS.staff.joined)} />
      </Sheet>
    </Page>
  );
}

function MessageCredits({ me }: { me: Me }) {
  const [busy, setBusy] = useState(false);
  const credits = me.credits
    .filter((credit) => me.staff || credit.audience === 'resident')
    // Where none can be added, an empty one is no news.
    .filter((credit) => CAN_SUBSCRIBE || credit.left > 0);
  if (credits.length === 0 && CAN_SUBSCRIBE) return null;
  const topUp = () => {
    setBusy(true);
    askForMessages(templatesToAsk(me.credits, 'resident'))
      .then((accepted) => (accepted > 0 ? toast(WORDS.messages.added, 'good') : toast(WORDS.messages.none)))
      .finally(() => setBusy(false));
  };
  return (
    <Card
      title={WORDS.messages.title}
      flush
      aside={
        CAN_SUBSCRIBE ? (
          <Button text={WORDS.messages.topUp} tone="quiet" size="small" busy={busy} onPress={topUp} />
        ) : undefined
      }
    >
      <Text className="hy-credits__note">{CAN_SUBSCRIBE ? WORDS.messages.note : WORDS.messages.h5}</Text>
      {credits.map((credit) => (
        <Cell key={credit.template} title={credit.title} value={WORDS.messages.left(credit.left)} />
      ))}
    </Card>
  );
}
