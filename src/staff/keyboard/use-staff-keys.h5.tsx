import './keyboard.scss';
import { Text, View } from '@tarojs/components';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { focusOn } from '../../services/browser';
import { useMe } from '../../services/me';
import { goBack, goToTab, PAGES } from '../../services/navigate';
import { Button } from '../../ui/Button';
import { Heading } from '../../ui/Heading';
import { Sheet } from '../../ui/Sheet';
import { Switch } from '../../ui/Switch';
import { openPage, openRegister } from '../addresses';
import { type Shortcut, shortcutsOf } from '../desk/shortcuts';
import { useWideScreen } from '../layout/wide-screen';
import { chooseKeys, useKeyChoice } from './key-choice';
import { type KeyAct, keyReader } from './key-press';
import { TEXTS } from './keyboard-texts';
import { dialogIsOpen, focusMain, focusSearch, isField, moveInList } from './screen-focus';
import type { StaffKeys } from './use-staff-keys';

interface KeyDown {
  readonly key: string;
  readonly target: unknown;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
  readonly timeStamp: number;
  preventDefault(): void;
}
declare const document: {
  addEventListener(type: 'keydown', listener: (event: KeyDown) => void): void;
  removeEventListener(type: 'keydown', listener: (event: KeyDown) => void): void;
};

const DESK_KEY = 'd';
const onDesk = (route: string | undefined): boolean => `/${route ?? ''}`.startsWith(PAGES.desk);

/** The desk that lies behind is still as it was left; without one, a new one. */
function goToDesk(): void {
  const pages = Taro.getCurrentPages();
  const behind = pages.map(({ route }) => onDesk(route)).lastIndexOf(true);
  const delta = pages.length - 1 - behind;
  if (behind < 0) goToTab('desk');
  else if (delta > 0) void Taro.navigateBack({ delta });
}

/** From the desk a page is opened over it, from any other page in its place: “back” leads to the desk. */
const goToPage = ({ page }: Shortcut): void => openPage(page, onDesk(Taro.getCurrentPages().at(-1)?.route));

export function useStaffKeys(): StaffKeys {
  const wide = useWideScreen();
  const wanted = useKeyChoice((choice) => choice.wanted);
  const [shown, setShown] = useState(false);
  const posts = useMe().data?.posts;
  const shortcuts = shortcutsOf(posts ?? []);
  const registers = shortcuts.some(({ page }) => page === 'register');

  const carryOut = (act: KeyAct) => {
    if (act === 'down') moveInList(1);
    else if (act === 'up') moveInList(-1);
    else if (act === 'main') focusMain();
    else if (act === 'back') goBack();
    else if (act === 'keys') setShown(true);
    else if (act === 'search') {
      if (focusSearch() || !registers) return;
      openRegister();
      focusOn('.hs-register__head input');
    } else if (act.page === DESK_KEY) goToDesk();
    else {
      const to = shortcuts.find(({ key }) => key === act.page);
      if (to !== undefined) goToPage(to);
    }
  };

  const inFront = useRef(true);
  useDidShow(() => {
    inFront.current = true;
  });
  useDidHide(() => {
    inFront.current = false;
  });
  const latest = useRef(carryOut);
  latest.current = carryOut;
  useEffect(() => {
    if (!wanted) return undefined;
    const read = keyReader();
    const listen = (event: KeyDown) => {
      if (!inFront.current || event.defaultPrevented || dialogIsOpen()) return;
      const act = read({
        key: event.key,
        withModifier: event.ctrlKey || event.altKey || event.metaKey,
        typing: event.isComposing || isField(event.target),
        atMs: event.timeStamp,
      });
      if (act === null) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [wanted]);

  return {
    button: wide ? (
      <Button text={TEXTS.button} label={TEXTS.title} tone="quiet" size="small" onPress={() => setShown(true)} />
    ) : null,
    dialog: (
      <Sheet open={shown} title={TEXTS.title} onClose={() => setShown(false)}>
        <Switch title={TEXTS.use} note={TEXTS.useNote} on={wanted} onChange={chooseKeys} />
        <Heading level={3} className="hs-keys__heading">
          {TEXTS.inList}
        </Heading>
        <View className="hs-keys">
          {IN_LIST.map(([key, does]) => (
            <KeyLine key={key} name={key} does={does} />
          ))}
        </View>
        <Heading level={3} className="hs-keys__heading">
          {TEXTS.toPages}
        </Heading>
        <View className="hs-keys hs-keys--pages">
          <KeyLine name={DESK_KEY.toUpperCase()} does={TEXTS.desk} />
          {shortcuts.map(({ key, text }) => (
            <KeyLine key={key} name={key.toUpperCase()} does={text} />
          ))}
        </View>
      </Sheet>
    ),
  };
}

const IN_LIST = [
  ['J', TEXTS.down],
  ['K', TEXTS.up],
  ['Enter', TEXTS.open],
  ['M', TEXTS.main],
  ['/', TEXTS.search],
  ['U', TEXTS.back],
  ['?', TEXTS.keys],
  ['Esc', TEXTS.close],
] as const;

function KeyLine({ name, does }: { name: string; does: string }) {
  return (
    <View className="hs-keys__line">
      <Text className="hs-keys__key">{name}</Text>
      <Text>{does}</Text>
    </View>
  );
}
