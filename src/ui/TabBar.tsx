/** The tabs at the bottom. Ours, not WeChat's: the staff's pages live in a subpackage, where WeChat's can't lead. */
import './TabBar.scss';
import { Text, View } from '@tarojs/components';
import { useIsStaff, useMe } from '../services/me';
import { goToTab } from '../services/navigate';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

export type TabName = 'home' | 'mine' | 'desk';

const TABS = [
  { name: 'home', text: '投诉', icon: 'complaint' },
  { name: 'mine', text: '我的', icon: 'person' },
  { name: 'desk', text: '工作台', icon: 'desk' },
] as const satisfies readonly { name: TabName; text: string; icon: IconName }[];

/** Read aloud after the count. */
const UNREAD = '条未读消息';
const MOST_SHOWN = 99;

export function TabBar({ now }: { now: TabName }) {
  const me = useMe();
  const unread = me.data?.unread ?? 0;
  const staff = useIsStaff();
  const tabs = TABS.filter((tab) => tab.name !== 'desk' || staff);
  return (
    <View className="hy-tabs" ariaRole="tablist">
      {tabs.map((tab) => {
        const badge = tab.name === 'mine' && unread > 0;
        return (
          <Pressable
            key={tab.name}
            className={`hy-tab ${tab.name === now ? 'is-now' : ''}`}
            role="tab"
            checked={tab.name === now}
            onPress={() => {
              if (tab.name !== now) goToTab(tab.name);
            }}
          >
            <View className="hy-tab__inside">
              <Icon name={tab.icon} />
              <Text className="hy-tab__text">{tab.text}</Text>
              {badge ? (
                <>
                  <Text className="hy-tab__badge">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</Text>
                  <Text className="hy-hidden">{UNREAD}</Text>
                </>
              ) : null}
            </View>
          </Pressable>
        );
      })}
    </View>
  );
}
