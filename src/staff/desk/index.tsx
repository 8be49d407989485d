import './desk.scss';
import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import type { CommandName } from '../../../types/commands';
import type { ComplaintId } from '../../../types/ids';
import { useMe } from '../../services/me';
import { templatesToAsk } from '../../services/message-credit';
import { askForMessages, CAN_SUBSCRIBE } from '../../services/subscribe';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Page } from '../layout/page';
import { Pressable } from '../../ui/Pressable';
import { toast } from '../../ui/toast';
import { ActionsDue } from '../action/actions-due';
import { openCase, openPage, openVisit } from '../addresses';
import { useWideScreen } from '../layout/wide-screen';
import { type Chosen, ListWithCase } from '../list/list-with-case';
import { Tabs } from '../list/tabs';
import { showOnly, useDeskFilter } from './desk-filter';
import { TEXTS } from './desk-texts';
import { DutyList } from './duty-list';
import { SHORTCUTS, shortcutsOf } from './shortcuts';
import { BoxesOnDesk } from '../routines/boxes-on-desk';
import { PendingVisits } from '../visit/pending-visits';
import { useKeptRoute } from '../visit/use-kept-route';
import { type Only, useDuties } from './use-duties';

const FILTERS = ['all', 'late', 'triage', 'review', 'inform', 'callback'] as const satisfies readonly Only[];

/** My duties, what is due first on top. */
export default function Desk() {
  const only = useDeskFilter((filter) => filter.only);
  const duties = useDuties(only);
  const wide = useWideScreen();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { counts } = duties;
  useReachBottom(duties.nearEnd);

  const open = (id: ComplaintId, command?: CommandName) => {
    // Opening it is the act (DP-02).
    if (command === 'acknowledge') open(id);
    else if (command === 'recordCallback') openVisit(id);
    else if (wide) setChosen((before) => ({ id, command, press: (before?.press ?? 0) + 1 }));
    else openCase(id, command);
  };

  return (
    <Page title={TEXTS.title} tab="desk" width="wide" flush aside={wide ? <Shortcuts /> : null}>
      <ListWithCase
        top={
          <>
            {wide ? null : <Shortcuts />}
            <PendingVisits />
            <ActionsDue />
            <BoxesOnDesk />
            <Credits />
          </>
        }
        head={
          <Tabs
            label={TEXTS.filters}
            value={only}
            onChange={showOnly}
            tabs={FILTERS.filter(
              (value) => value === 'all' || value === 'late' || value === only || (counts?.[value] ?? 0) > 0,
            ).map((value) => ({
              value,
              text: TEXTS[value],
              count: counts?.[value],
              alarming: value === 'late',
            }))}
          />
        }
        list={<DutyList key={only} duties={duties} chosen={wide ? chosen?.id : undefined} onOpen={open} />}
        chosen={wide ? chosen : null}
        invite={TEXTS.pickOne}
        inviteNote={TEXTS.pickOneNote}
      />
    </Page>
  );
}

function Shortcuts() {
  const me = useMe();
  const kept = useKeptRoute();
  // Without signal nobody knows their posts; whose route lies on the phone walks it (CB-04).
  const withoutSignal = kept === null ? [] : SHORTCUTS.filter(({ page }) => page === 'callbacks');
  return (
    <View className="hs-shortcuts">
      {(me.data === undefined ? withoutSignal : shortcutsOf(me.data.posts)).map(({ text, icon, page }) => (
        <Pressable key={text} className="hs-shortcut" onPress={() => openPage(page)}>
          <View className="hs-shortcut__inside">
            <Icon name={icon} />
            <Text>{text}</Text>
          </View>
        </Pressable>
      ))}
    </View>
  );
}

/** MS-01: what is left of the message consents, topped up with one tap; WeChat only. */
function Credits() {
  const me = useMe();
  const credits = (me.data?.credits ?? []).filter((credit) => credit.audience === 'staff');
  if (!CAN_SUBSCRIBE || credits.length === 0) return null;
  const topUp = async () => {
    const accepted = await askForMessages(templatesToAsk(credits, 'staff'));
    if (accepted > 0) toast(TEXTS.toppedUp(accepted), 'good');
  };
  return (
    <View className="hs-credits">
      <Text>{TEXTS.credits(Math.min(...credits.map((credit) => credit.left)))}</Text>
      <Button text={TEXTS.topUp} tone="quiet" size="small" onPress={() => void topUp()} />
    </View>
  );
}
