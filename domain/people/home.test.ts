import { homeText, partsOfAddress } from './home';

test.each([
  [{ building: '3', unit: '2', room: '501' }, '3栋2单元501'],
  [{ building: 'A', unit: '', room: '1201' }, 'A栋1201'],
  [{ building: '12', unit: '', room: '' }, '12栋'],
  [{ building: '听涛阁', unit: '1', room: '302' }, '听涛阁1单元302'],
])('%j is called %s', (home, text) => expect(homeText(home)).toBe(text));

test.each([
  ['3-2-501', ['3', '2', '501']],
  ['3栋2单元501室', ['3', '2', '501']],
  ['3号楼501', ['3', '501']],
  [' 3 — 501 ', ['3', '501']],
  ['A座', ['A']],
  ['王小明', null],
  ['1-2-3-4', null],
  ['', null],
])('“%s” is the address %j', (typed, parts) => expect(partsOfAddress(typed)).toEqual(parts));
