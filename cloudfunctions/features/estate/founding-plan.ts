/** What a company says once to start: itself, its estates with departments and homes, its first staff. One JSON file. */
import * as z from 'zod/mini';
import { DEPARTMENT_TRADES } from '../../../domain/people/estate';
import { STAFF } from '../../../types/contract';
import { CATEGORIES, Category } from '../../../types/vocabulary';

const text = (what: string, most = 60) =>
  z
    .string({ error: `请填写${what}` })
    .check(z.minLength(1, { error: `请填写${what}` }), z.maxLength(most, { error: `${what}不能超过 ${most} 字` }));
/** Becomes part of ids, so it can never be changed later. */
const Key = z
  .string({ error: '请填写代号' })
  .check(z.regex(/^[a-z][a-z0-9]{0,19}$/, { error: '代号用小写字母开头，只含小写字母和数字，最长 20 位' }));
const Phone = z.string({ error: '请填写电话' }).check(z.regex(/^[\d-]{3,20}$/, { error: '电话只含数字和短横线' }));
const Part = z.string().check(z.maxLength(20, { error: '最长 20 字' }));
const Code = z.string().check(z.regex(/^[A-Z0-9]{4,20}$/, { error: '邀请码用 4–20 位大写字母和数字' }));

const Department = z.strictObject({
  id: Key,
  name: text('部门名称', 30),
  trade: z.enum(DEPARTMENT_TRADES, { error: `部门类别只能是 ${DEPARTMENT_TRADES.join('、')}` }),
});

const HomeBlock = z
  .strictObject({
    building: Part.check(z.minLength(1, { error: '请填写楼栋' })),
    /** Left out where a building has none. */
    units: z._default(z.array(Part).check(z.minLength(1, { error: '至少一个单元' })), ['']),
    /** Either each room … */
    rooms: z.optional(z.array(Part)),
    /** … or floors from 1 up with so many rooms each: 501, 502 …; named `<floor><two digits>`. */
    floors: z.optional(z.int().check(z.gte(1, { error: '至少 1 层' }), z.lte(120, { error: '最多 120 层' }))),
    perFloor: z.optional(z.int().check(z.gte(1, { error: '每层至少 1 户' }), z.lte(40, { error: '每层最多 40 户' }))),
  })
  .check(
    z.refine((block) => (block.rooms === undefined) === (block.floors !== undefined && block.perFloor !== undefined), {
      error: '房号请用 rooms 列出，或用 floors 和 perFloor 生成，二者选一',
    }),
  );

const Estate = z.strictObject({
  id: Key,
  /** In complaint numbers. */
  code: z.string({ error: '请填写编号前缀' }).check(z.regex(/^[A-Z]{1,4}$/, { error: '编号前缀用 1–4 位大写字母' })),
  name: text('小区名称', 40),
  servicePhone: Phone,
  emergency: z._default(z.array(z.strictObject({ label: text('紧急电话名称', 20), phone: Phone })), [
    { label: '火警', phone: '119' },
    { label: '急救', phone: '120' },
    { label: '报警', phone: '110' },
  ]),
  publicPlaces: z._default(z.array(text('公共地点', 30)), []),
  departments: z.array(Department).check(z.minLength(1, { error: '至少一个部门' })),
  routing: z._default(z.partialRecord(Category, Key), {}),
  homes: z._default(z.array(HomeBlock), []),
  /** 重点客户, written as 3-2-501. */
  keyHomes: z._default(z.array(z.string()), []),
});

const StaffPost = z.strictObject({
  role: z.enum(STAFF, { error: `岗位只能是 ${STAFF.join('、')}` }),
  estate: z._default(z.nullable(Key), null),
  department: z._default(z.nullable(Key), null),
});

const Staff = z.strictObject({
  name: text('姓名', 20),
  posts: z.array(StaffPost).check(z.minLength(1, { error: '至少一个岗位' })),
  code: z.optional(Code),
});

export const FoundingPlan = z
  .strictObject({
    company: z.strictObject({ name: text('公司名称') }),
    estates: z.array(Estate).check(z.minLength(1, { error: '至少一个小区' })),
    staff: z._default(z.array(Staff), []),
    invitations: z._default(
      z.strictObject({
        validDays: z._default(z.int().check(z.gte(1), z.lte(3650)), 180),
        /** How many people may bind the same home. */
        usesPerHome: z._default(z.int().check(z.gte(1), z.lte(50)), 6),
      }),
      { validDays: 180, usesPerHome: 6 },
    ),
  })
  .check(
    z.superRefine((plan, context) => {
      const wrong = (path: (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path, message, input: plan });
      const twice = (values: readonly string[]): number =>
        values.findIndex((value, index) => values.indexOf(value) !== index);
      const sameId = twice(plan.estates.map((estate) => estate.id));
      if (sameId >= 0) wrong(['estates', sameId, 'id'], '小区代号重复');
      const sameCode = twice(plan.estates.map((estate) => estate.code));
      if (sameCode >= 0) wrong(['estates', sameCode, 'code'], '编号前缀重复');
      plan.estates.forEach((estate, index) => {
        const departments = estate.departments.map((department) => department.id);
        const same = twice(departments);
        if (same >= 0) wrong(['estates', index, 'departments', same, 'id'], '部门代号重复');
        if (!estate.departments.some((department) => department.trade === 'serviceDesk'))
          wrong(['estates', index, 'departments'], '缺少住户服务中心（trade: serviceDesk）');
        for (const [category, department] of Object.entries(estate.routing)) {
          if (!departments.includes(department))
            wrong(
              ['estates', index, 'routing', category],
              `没有部门 ${department}（${CATEGORIES[category as Category]}）`,
            );
        }
      });
      plan.staff.forEach((person, index) => {
        person.posts.forEach(({ role, estate: estateId, department }, at) => {
          const path = ['staff', index, 'posts', at];
          const estate = plan.estates.find((candidate) => candidate.id === estateId);
          const inDepartment = role === 'departmentHead' || role === 'handler';
          if (estateId !== null && estate === undefined) wrong([...path, 'estate'], `没有小区 ${estateId}`);
          else if (inDepartment && (estate === undefined || department === null))
            wrong(path, '部门负责人和处理人要写明小区和部门');
          else if (department !== null && !estate?.departments.some((candidate) => candidate.id === department))
            wrong([...path, 'department'], `没有部门 ${department}`);
        });
      });
    }),
  );
/** As written in the file; defaults may be left out. */
export type FoundingPlanInput = z.input<typeof FoundingPlan>;
export type FoundingPlan = z.infer<typeof FoundingPlan>;
