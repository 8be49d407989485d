/** Who works for the company of the demo. Every post of both estates is filled; a few people serve both. */
import type { FoundingPlanInput } from '../../cloudfunctions/features/estate/founding-plan';
import type { DepartmentKey, EstateKey } from './estates';

type PlannedPost = NonNullable<FoundingPlanInput['staff']>[number]['posts'][number];

export interface StaffMember {
  /** Whom one chooses to be on the page “今天你是谁”. */
  key: string;
  name: string;
  title: string;
  code: string;
  posts: readonly PlannedPost[];
}

const at = (role: PlannedPost['role'], estate: EstateKey, department?: DepartmentKey): PlannedPost =>
  department === undefined ? { role, estate } : { role, estate, department };
const both = (role: PlannedPost['role'], department?: DepartmentKey): PlannedPost[] => [
  at(role, 'chunhe', department),
  at(role, 'yunqi', department),
];

const member = (key: string, name: string, title: string, code: string, ...posts: PlannedPost[]): StaffMember => ({
  key,
  name,
  title,
  code,
  posts,
});

export const STAFF: readonly StaffMember[] = [
  member('receptionist-chen', '陈静', '春和苑 · 服务中心接待员', 'STAFF2201', at('receptionist', 'chunhe', 'desk')),
  member('receptionist-xu', '徐蕾', '春和苑 · 服务中心接待员', 'STAFF2202', at('receptionist', 'chunhe', 'desk')),
  member('supervisor-zhou', '周敏', '春和苑 · 服务处主管', 'STAFF2203', at('supervisor', 'chunhe', 'desk')),
  member(
    'head-engineering',
    '郑国强',
    '工程维修部负责人（两个小区）',
    'STAFF2204',
    ...both('departmentHead', 'engineering'),
  ),
  member('handler-wang', '王建军', '春和苑 · 工程维修部', 'STAFF2205', at('handler', 'chunhe', 'engineering')),
  member('handler-he', '何志远', '春和苑 · 工程维修部（电梯、消防）', 'STAFF2206', ...both('handler', 'engineering')),
  member('handler-pan', '潘水生', '春和苑 · 工程维修部（给排水）', 'STAFF2207', at('handler', 'chunhe', 'engineering')),
  member(
    'head-environment',
    '吴桂兰',
    '物业管理部·环境负责人（两个小区）',
    'STAFF2208',
    ...both('departmentHead', 'environment'),
  ),
  member('handler-ma', '马秀芬', '春和苑 · 环境（保洁）', 'STAFF2209', at('handler', 'chunhe', 'environment')),
  member('handler-tan', '谭永福', '春和苑 · 环境（绿化、消杀）', 'STAFF2212', ...both('handler', 'environment')),
  member('head-order', '彭勇', '春和苑 · 秩序负责人', 'STAFF2213', at('departmentHead', 'chunhe', 'order')),
  member('handler-lei', '雷刚', '春和苑 · 秩序（白班）', 'STAFF2214', at('handler', 'chunhe', 'order')),
  member('handler-dong', '董海', '春和苑 · 秩序（夜班、监控）', 'STAFF2215', at('handler', 'chunhe', 'order')),
  member('head-service', '冯雅琴', '客户服务部负责人（两个小区）', 'STAFF2216', ...both('departmentHead', 'service')),
  member('handler-jiang', '蒋欣', '春和苑 · 客户服务部管家', 'STAFF2217', at('handler', 'chunhe', 'service')),
  member('handler-shen', '沈佳', '客户服务部收费（两个小区）', 'STAFF2218', ...both('handler', 'service')),
  member('head-marketing', '秦越', '市场营销部负责人（两个小区）', 'STAFF2219', ...both('departmentHead', 'marketing')),
  member('handler-bai', '白露', '市场营销部社区活动（两个小区）', 'STAFF2222', ...both('handler', 'marketing')),
  member('handler-zou', '邹凯', '市场营销部场地、快递柜（两个小区）', 'STAFF2223', ...both('handler', 'marketing')),
  member('patrol-liu', '刘芳', '春和苑 · 巡楼组', 'STAFF2224', at('patrol', 'chunhe')),
  member('patrol-gao', '高伟', '春和苑 · 巡楼组', 'STAFF2225', at('patrol', 'chunhe')),
  member('manager-sun', '孙志明', '春和苑 · 管理处经理', 'STAFF2226', at('manager', 'chunhe')),
  member('receptionist-yu', '余晓', '云栖里 · 服务中心接待员', 'STAFF2301', at('receptionist', 'yunqi', 'desk')),
  member('receptionist-fang', '方圆', '云栖里 · 服务中心接待员', 'STAFF2302', at('receptionist', 'yunqi', 'desk')),
  member('supervisor-ye', '叶青', '云栖里 · 服务处主管', 'STAFF2303', at('supervisor', 'yunqi', 'desk')),
  member('handler-luo', '罗斌', '云栖里 · 工程维修部', 'STAFF2304', at('handler', 'yunqi', 'engineering')),
  member('handler-qiu', '邱红', '云栖里 · 环境（保洁）', 'STAFF2305', at('handler', 'yunqi', 'environment')),
  member('head-order-yunqi', '汤大伟', '云栖里 · 秩序负责人', 'STAFF2306', at('departmentHead', 'yunqi', 'order')),
  member('handler-shi', '石磊', '云栖里 · 秩序', 'STAFF2307', at('handler', 'yunqi', 'order')),
  member('handler-kong', '孔祥', '云栖里 · 秩序（夜班）', 'STAFF2308', at('handler', 'yunqi', 'order')),
  member('handler-mei', '梅婷', '云栖里 · 客户服务部管家', 'STAFF2309', at('handler', 'yunqi', 'service')),
  member('patrol-lu', '陆萍', '云栖里 · 巡楼组', 'STAFF2312', at('patrol', 'yunqi')),
  member('patrol-ren', '任强', '云栖里 · 巡楼组', 'STAFF2313', at('patrol', 'yunqi')),
  member('manager-tao', '陶文', '云栖里 · 管理处经理', 'STAFF2314', at('manager', 'yunqi')),
  member('gm-zhao', '赵远航', '安和物业 · 总经理', 'STAFF2401', { role: 'generalManager' }),
  member('quality-qian', '钱慧', '安和物业 · 品质部', 'STAFF2402', { role: 'quality' }),
  member('admin', '杜宇', '安和物业 · 系统管理员', 'STAFF2403', { role: 'admin' }),
];
