/** How far a complaint is, for residents whose own it isn't: no name, no number, nothing that anybody wrote (IN-07, IN-14). */
import type { State } from '../../types/vocabulary';
import type { Complaint } from './complaint';
import type { NextStep } from './next-step';

const STEPS = {
  received: { text: '服务中心确认登记', who: '服务中心' },
  registered: { text: '安排给负责的部门', who: '物业' },
  dispatched: { text: '接手并安排人处理', who: 'department' },
  investigating: { text: '了解情况、制定方案', who: 'department' },
  handling: { text: '按方案处理', who: 'department' },
  reviewing: { text: '检查处理结果', who: '服务中心' },
  informing: { text: '把结果告诉住户', who: '服务中心' },
  callback: { text: '回访住户', who: '物业' },
  merged: { text: '和同类事件一起处理', who: 'department' },
} as const satisfies Partial<Record<State, { text: string; who: string }>>;

const isGoingOn = (state: State): state is keyof typeof STEPS => state in STEPS;

/** Null once it has ended. */
export function publicProgress({
  state,
  departmentName,
}: Pick<Complaint, 'state' | 'departmentName'>): Omit<NextStep, 'dueAt'> | null {
  if (!isGoingOn(state)) return null;
  const { text, who } = STEPS[state];
  return { text, who: who === 'department' ? departmentName || '责任部门' : who };
}
