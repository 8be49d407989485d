import './inbox.scss';
import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { timeText } from '../../../domain/clock/describe';
import type { InboxMessage } from '../../../types/views';
import { errorText } from '../../services/api-error';
import { useEstates, zoneOf } from '../../services/estates';
import { openAction, openComplaint } from '../../services/navigate';
import { useCommand, usePages } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Pressable } from '../../ui/Pressable';
import { Skeleton } from '../../ui/Skeleton';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { WORDS } from './words';

/** The API takes this many at once. */
const READ_AT_ONCE = 100;

export function Inbox({ unread }: { unread: number }) {
  const list = usePages('inbox', 'all', (cursor) => ({ cursor }));
  const read = useCommand('readMessages');
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  useReachBottom(more);
  if (list.data === undefined) {
    return list.isError ? (
      <ErrorBlock text={errorText(list.error)} busy={list.isFetching} onRetry={() => void list.refetch()} />
    ) : (
      <Skeleton />
    );
  }
  const messages = list.data.pages.flatMap((page) => page.items);
  if (messages.length === 0) return <Empty picture="letters" text={WORDS.inbox.text} note={WORDS.inbox.note} />;
  const unreadIds = messages.filter((message) => message.readAt === null).map((message) => message.id);
  const mark = (ids: readonly InboxMessage['id'][]) => {
    if (ids.length > 0)
      read.run(() => ({ ids: ids.slice(0, READ_AT_ONCE) })).catch((error: unknown) => toast(errorText(error), 'bad'));
  };
  const open = (message: InboxMessage) => {
    if (message.readAt === null) mark([message.id]);
    if (message.complaintId !== null) openComplaint(message.complaintId);
    else if (message.actionId !== null) openAction(message.actionId);
  };
  return (
    <>
      {unread > 0 && unreadIds.length > 0 ? (
        <View className="hy-inbox__all">
          <Button
            text={WORDS.inbox.readAll}
            tone="quiet"
            size="small"
            busy={read.busy}
            onPress={() => mark(unreadIds)}
          />
        </View>
      ) : null}
      <Card flush>
        {messages.map((message) => (
          <Message key={message.id} message={message} onPress={() => open(message)} />
        ))}
      </Card>
      <EndOfList
        more={list.hasNextPage}
        loading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? errorText(list.error) : undefined}
        onMore={more}
      />
    </>
  );
}

function Message({ message, onPress }: { message: InboxMessage; onPress: () => void }) {
  const now = useNow();
  const estates = useEstates();
  const zone = zoneOf(estates.data?.items, estates.data?.items[0]?.id ?? '');
  const isNew = message.readAt === null;
  return (
    <Pressable className={`hy-message ${isNew ? 'is-new' : ''}`} onPress={onPress}>
      <View className="hy-message__inside">
        <View className="hy-message__head">
          {isNew ? <View className="hy-message__dot" ariaRole="img" ariaLabel={WORDS.inbox.unread} /> : null}
          <Text className="hy-message__title">{message.title}</Text>
          <Text className="hy-message__when">{timeText(message.at, now, zone)}</Text>
        </View>
        {message.lines.map((line) => (
          <View key={line.label} className="hy-message__line">
            <Text className="hy-message__label">{line.label}</Text>
            <Text className="hy-message__value">{line.value}</Text>
          </View>
        ))}
        {message.delivery === 'inboxOnly' ? <Text className="hy-message__only">{WORDS.inbox.inboxOnly}</Text> : null}
      </View>
    </Pressable>
  );
}
