/** A card for tests. */
import { ComplaintId, EstateId, type Instant } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';

export const aCard = (name: string, dueAt: Instant, more: Partial<ComplaintCard> = {}): ComplaintCard => ({
  id: ComplaintId.parse(name),
  number: name,
  version: 1,
  estateId: EstateId.parse('ch'),
  estateName: '春和苑',
  state: 'registered',
  round: 1,
  kind: 'complaint',
  category: 'lift',
  severity: 'ordinary',
  summary: '电梯停在三楼不动',
  placeText: '3 栋电梯',
  homeText: '3栋2单元501',
  departmentName: '',
  handlerName: '',
  filedAt: '2026-11-21T08:00:00.000Z',
  closedAt: null,
  urgent: false,
  due: { clock: 'dispatch', dueAt, startedAt: '2026-11-21T08:00:00.000Z', warnAt: dueAt },
  duty: { command: 'dispatch', text: '派单' },
  progressText: '',
  ...more,
});
