/** The company of the demo and its two estates, as it would found them in production. */
import type { FoundingPlanInput } from '../../cloudfunctions/features/estate/founding-plan';
import { STAFF, type StaffMember } from './staff';

type PlannedEstate = FoundingPlanInput['estates'][number];

const DEPARTMENTS: PlannedEstate['departments'] = [
  { id: 'desk', name: '住户服务中心', trade: 'serviceDesk' },
  { id: 'service', name: '客户服务部', trade: 'service' },
  { id: 'engineering', name: '工程维修部', trade: 'engineering' },
  { id: 'environment', name: '物业管理部·环境', trade: 'environment' },
  { id: 'order', name: '物业管理部·秩序', trade: 'order' },
  { id: 'marketing', name: '市场营销部', trade: 'marketing' },
];

export type EstateKey = 'chunhe' | 'yunqi';
export type DepartmentKey = 'desk' | 'service' | 'engineering' | 'environment' | 'order' | 'marketing';

const CHUNHE: PlannedEstate = {
  id: 'chunhe',
  code: 'CH',
  name: '春和苑',
  servicePhone: '0571-85550110',
  emergency: [
    { label: '服务中心 24 小时', phone: '0571-85550110' },
    { label: '电梯应急救援', phone: '96333' },
    { label: '火警', phone: '119' },
    { label: '急救', phone: '120' },
    { label: '报警', phone: '110' },
  ],
  publicPlaces: [
    '地下车库 B1',
    '地下车库 B2',
    '中心花园',
    '儿童游乐场',
    '北门岗亭',
    '南门岗亭',
    '快递柜',
    '电动车棚',
    '垃圾房',
    '健身步道',
  ],
  departments: DEPARTMENTS,
  homes: [
    ...['1', '2', '3', '5', '6'].map((building) => ({ building, units: ['1', '2'], floors: 11, perFloor: 2 })),
    { building: '7', units: ['1'], floors: 18, perFloor: 3 },
    { building: '8', units: ['1'], floors: 18, perFloor: 3 },
  ],
  keyHomes: ['7-1-1801'],
};

const YUNQI: PlannedEstate = {
  id: 'yunqi',
  code: 'YX',
  name: '云栖里',
  servicePhone: '0571-85550220',
  emergency: [
    { label: '服务中心 24 小时', phone: '0571-85550220' },
    { label: '电梯应急救援', phone: '96333' },
    { label: '火警', phone: '119' },
    { label: '急救', phone: '120' },
    { label: '报警', phone: '110' },
  ],
  publicPlaces: ['地下车库', '会所', '架空层', '东门岗亭', '西门岗亭', '充电桩区', '遛狗区', '雨水花园'],
  departments: DEPARTMENTS,
  homes: ['1', '2', '3', '4', '5', '6'].map((building) => ({ building, units: ['1'], floors: 12, perFloor: 4 })),
};

const planned = ({ name, code, posts }: StaffMember): NonNullable<FoundingPlanInput['staff']>[number] => ({
  name,
  code,
  posts: [...posts],
});

export const PLAN: FoundingPlanInput = {
  company: { name: '安和物业服务有限公司' },
  estates: [CHUNHE, YUNQI],
  staff: STAFF.map(planned),
  // Founded two months ago, and still good for whoever moves in.
  invitations: { validDays: 730, usesPerHome: 6 },
};
