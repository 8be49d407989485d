import type { DepartmentId } from '../../types/ids';
import type { Department, Estate } from '../people/estate';
import { refused } from './refused';

/** @throws Refusal badInput when the estate has no such department */
export const departmentOf = (estate: Estate, id: DepartmentId): Department =>
  estate.departments.find((d) => d.id === id) ?? refused('badInput', { fields: { departmentId: '没有这个部门' } });
