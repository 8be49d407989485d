import type { ComplaintId, EstateId, Instant, PhotoId } from '../../types/ids';
import type { ComplaintCard, PhotoView } from '../../types/views';
import { Card } from '../ui/Card';
import { Cell } from '../ui/Cell';
import { Empty } from '../ui/Empty';
import { EndOfList } from '../ui/EndOfList';
import { ErrorBlock } from '../ui/ErrorBlock';
import { OfflineNote } from '../ui/OfflineNote';
import { MatterRow } from '../ui/MatterRow';
import { PhotoRow } from '../ui/PhotoRow';
import { Skeleton } from '../ui/Skeleton';
import { Stack } from '../ui/Stack';
import { Timeline } from '../ui/Timeline';

const nothing = (): void => undefined;
const HOUR = 3_600_000;
const inHours = (hours: number): Instant => new Date(Date.now() + hours * HOUR).toISOString() as Instant;

const card = (part: Partial<ComplaintCard>): ComplaintCard => ({
  id: 'example' as ComplaintId,
  number: 'SC-261121-0007',
  version: 1,
  estateId: 'example' as EstateId,
  estateName: '翠湖花园',
  state: 'handling',
  round: 1,
  kind: 'complaint',
  category: 'lift',
  severity: 'important',
  summary: '3 栋电梯又停了',
  placeText: '3栋1单元',
  homeText: '3栋1单元501',
  departmentName: '工程维修部',
  handlerName: '陈涛',
  filedAt: inHours(-30),
  closedAt: null,
  urgent: false,
  due: { clock: 'resolution', dueAt: inHours(5), startedAt: inHours(-30), warnAt: inHours(3) },
  duty: null,
  progressText: '工程维修部 陈涛 正在处理',
  ...part,
});

const DOT = 'data:image/gif;base64,R0lGODlhAQABAIABAJ/Xzv///ywAAAAAAQABAAACAkQBADs=';
const photo = (id: string): PhotoView => ({ id: id as PhotoId, url: DOT });

export function Lists() {
  return (
    <Stack>
      <Card title="一件事" flush>
        <MatterRow card={card({})} zone={{ utcOffsetMinutes: 480 }} onPress={nothing} />
        <MatterRow
          card={card({
            kind: 'repair',
            state: 'dispatched',
            due: { clock: 'signing', dueAt: inHours(-2), startedAt: inHours(-3), warnAt: inHours(-2) },
            progressText: '等待工程维修部签收',
          })}
          zone={{ utcOffsetMinutes: 480 }}
          onPress={nothing}
        />
        <MatterRow
          card={card({
            state: 'closed',
            closedAt: inHours(-1),
            due: null,
            progressText: '已办结，感谢反馈',
          })}
          zone={{ utcOffsetMinutes: 480 }}
          onPress={nothing}
        />
      </Card>
      <Card title="单元格" flush>
        <Cell icon="home" title="3栋1单元501" note="翠湖花园" onPress={nothing} />
        <Cell title="还可通知" value="2 次" />
      </Card>
      <Card title="底色" tone="soft">
        柔和
      </Card>
      <Card title="提醒" tone="danger">
        有人受伤或被困，请先打电话。
      </Card>
      <Card title="内部" tone="internal">
        住户看不到
      </Card>
      <Card title="进度">
        <Timeline
          steps={[
            { key: '1', state: 'done', title: '提交投诉', line: '昨天 09:12', tone: 'good' },
            {
              key: '2',
              state: 'done',
              title: '派给工程维修部',
              line: '服务中心 张丽 · 昨天 09:20',
              detail: '已超时 10 分钟',
              tone: 'late',
            },
            { key: '3', state: 'done', title: '内部记录', line: '陈涛 · 昨天 10:00', detail: '等备件', internal: true },
            {
              key: '4',
              state: 'done',
              title: '处理进展',
              detail: '已换门机',
              struck: '写错了件，周敏 作废',
            },
            { key: '5', state: 'now', title: '正在处理', line: '陈涛', tone: 'warn' },
            { key: '6', state: 'next', title: '告知结果', line: '今天 18:00 前' },
          ]}
        />
      </Card>
      <Card title="照片">
        <PhotoRow photos={[photo('p1'), photo('p2')]} label="处理前" />
      </Card>
      <Card title="正在加载">
        <Skeleton cards={2} />
      </Card>
      <Empty
        picture="calm"
        text="还没有投诉。希望一直没有；有事随时说。"
        action={{ text: '我要投诉', onPress: nothing }}
      />
      <Empty picture="letters" text="还没有消息" />
      <Empty picture="done" text="都办完了" note="新的待办会出现在这里" />
      <Empty picture="search" text="没有找到" />
      <OfflineNote offline />
      <ErrorBlock text="没有连上网络。" onRetry={nothing} />
      <ErrorBlock text="正在重新读取。" onRetry={nothing} busy />
      <ErrorBlock text="没有这件投诉，或您无权查看。" way={{ text: '回到首页', onPress: nothing }} />
      <EndOfList more loading={false} onMore={nothing} />
      <EndOfList more loading onMore={nothing} />
      <EndOfList more={false} loading={false} error="没有连上网络。" onMore={nothing} />
      <EndOfList more={false} loading={false} onMore={nothing} />
    </Stack>
  );
}
