/** The usual department of a category: the default of the estate's routing table (DP-06). */
import type { Category } from '../../types/vocabulary';

export const DEPARTMENTS = {
  engineering: '工程维修部',
  environment: '物业管理部（环境）',
  order: '物业管理部（秩序）',
  service: '客户服务部',
} as const;
export type DepartmentCode = keyof typeof DEPARTMENTS;

const USUAL = {
  facility: 'engineering',
  lift: 'engineering',
  water: 'engineering',
  power: 'engineering',
  fire: 'engineering',
  cleaning: 'environment',
  greening: 'environment',
  noise: 'order',
  security: 'order',
  parking: 'order',
  pets: 'order',
  falling: 'order',
  renovation: 'order',
  fees: 'service',
  service: 'service',
  quality: 'service',
  committee: 'service',
  neighbor: 'service',
  other: 'service',
} as const satisfies Record<Category, DepartmentCode>;

export const usualDepartment = (category: Category): DepartmentCode => USUAL[category];
