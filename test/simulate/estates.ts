/** The founding plan of the simulated company: its estates, their departments and homes, and everybody who works there. */
import type { FoundingPlanInput } from '../../cloudfunctions/features/estate/founding-plan';
import type { Role } from '../../types/vocabulary';

const NAMES = ['澜庭府', '云栖里', '锦绣湾', '望江台', '松涛苑', '春晓园'] as const;
const DEPARTMENTS = [
  { id: 'desk', name: '住户服务中心', trade: 'serviceDesk' },
  { id: 'service', name: '客户服务部', trade: 'service' },
  { id: 'engineering', name: '工程维修部', trade: 'engineering' },
  { id: 'environment', name: '物业管理部（环境）', trade: 'environment' },
  { id: 'order', name: '物业管理部（秩序）', trade: 'order' },
] as const;
/** How many handlers each department has. */
const HANDLERS = { service: 2, engineering: 4, environment: 2, order: 3 } as const;
const BUILDINGS = ['1', '2', '3', '5', '6', '8'] as const;
const UNITS = ['1', '2'] as const;
const FLOORS = 10;
const PER_FLOOR = 2;

export interface PlannedPost {
  role: Exclude<Role, 'resident'>;
  /** Index of the estate; null for the whole company. */
  estate: string | null;
  department: string | null;
}

export interface PlannedStaff {
  key: string;
  name: string;
  code: string;
  posts: PlannedPost[];
}

export interface PlannedHome {
  estate: string;
  /** As the list of invitations names it. */
  address: string;
}

export interface SimulatedCompany {
  plan: FoundingPlanInput;
  estates: { id: string; name: string; publicPlaces: readonly string[] }[];
  staff: PlannedStaff[];
  homes: PlannedHome[];
}

const PUBLIC_PLACES = ['地下车库', '中心花园', '大门岗亭', '儿童乐园', '垃圾站', '架空层'] as const;

const staffOf = (estate: string): Omit<PlannedStaff, 'code'>[] => {
  const at = (key: string, name: string, ...posts: [Exclude<Role, 'resident'>, string | null][]) => ({
    key: `${estate}-${key}`,
    name,
    posts: posts.map(([role, department]) => ({ role, estate, department })),
  });
  return [
    at('receptionist-1', '接待甲', ['receptionist', 'desk']),
    at('receptionist-2', '接待乙', ['receptionist', 'desk']),
    at('receptionist-3', '接待丙', ['receptionist', 'desk']),
    at('supervisor', '主管', ['supervisor', 'desk'], ['departmentHead', 'desk']),
    at('deputy', '副主管', ['receptionist', 'desk'], ['handler', 'desk']),
    ...Object.entries(HANDLERS).flatMap(([department, count]) => [
      at(`${department}-head`, `${department}负责人`, ['departmentHead', department]),
      ...Array.from({ length: count }, (_none, n) =>
        at(`${department}-handler-${n + 1}`, `${department}处理人${n + 1}`, ['handler', department]),
      ),
    ]),
    at('patrol-1', '巡楼甲', ['patrol', null]),
    at('patrol-2', '巡楼乙', ['patrol', null]),
    at('manager', '经理', ['manager', null]),
  ].map((person) => ({ ...person, name: person.name.slice(0, 20) }));
};

const companyWide = (key: string, name: string, role: Exclude<Role, 'resident'>): Omit<PlannedStaff, 'code'> => ({
  key,
  name,
  posts: [{ role, estate: null, department: null }],
});

/** @param count estates, at most 26 */
export const companyOf = (count: number): SimulatedCompany => {
  const estates = Array.from({ length: count }, (_none, n) => {
    const letter = String.fromCharCode(65 + n);
    return {
      id: `estate${letter.toLowerCase()}`,
      code: `S${letter}`,
      name: `${NAMES[n % NAMES.length] ?? NAMES[0]}${n < NAMES.length ? '' : n}`,
      publicPlaces: PUBLIC_PLACES,
    };
  });
  const staff = [
    ...estates.flatMap(({ id }) => staffOf(id)),
    companyWide('general-manager', '总经理', 'generalManager'),
    companyWide('quality', '品质专员', 'quality'),
    companyWide('admin', '管理员', 'admin'),
  ].map((person, n) => ({ ...person, code: `STAFF${String(n).padStart(4, '0')}` }));
  const rooms = Array.from({ length: FLOORS }, (_none, floor) =>
    Array.from({ length: PER_FLOOR }, (_also, door) => `${floor + 1}0${door + 1}`),
  ).flat();
  return {
    estates,
    staff,
    homes: estates.flatMap(({ id, name }) =>
      BUILDINGS.flatMap((building) =>
        UNITS.flatMap((unit) =>
          rooms.map((room) => ({ estate: id, address: `${name} ${building}栋${unit}单元${room}` })),
        ),
      ),
    ),
    plan: {
      company: { name: '模拟物业' },
      estates: estates.map(({ id, code, name, publicPlaces }, n) => ({
        id,
        code,
        name,
        servicePhone: `0755-2600${String(1000 + n)}`,
        publicPlaces: [...publicPlaces],
        departments: DEPARTMENTS.map((department) => ({ ...department })),
        homes: BUILDINGS.map((building) => ({ building, units: [...UNITS], floors: FLOORS, perFloor: PER_FLOOR })),
        keyHomes: ['1-1-501', '2-2-801', '5-1-1001', '8-2-302'],
      })),
      staff: staff.map(({ name, code, posts }) => ({ name, code, posts })),
      // Residents move in all year round.
      invitations: { validDays: 800, usesPerHome: 6 },
    },
  };
};
