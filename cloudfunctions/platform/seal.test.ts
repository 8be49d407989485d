import { sealWith } from './seal';

const key = (id: string, byte: number) => `${id}:${Buffer.alloc(32, byte).toString('base64')}`;
const seal = sealWith(key('k1', 1));

test('[PV-04] what is sealed is unreadable, different each time, and opens again', () => {
  const [once, twice] = [seal.seal('王小明', 'people:name'), seal.seal('王小明', 'people:name')];
  expect(once).not.toBe(twice);
  expect(once).toMatch(/^k1\.[\w-]+$/);
  expect(seal.open(once, 'people:name')).toBe('王小明');
});

test('[PV-04] what was altered, moved to another field or sealed with another key does not open', () => {
  const sealed = seal.seal('13800138000', 'people:phone');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  expect(() => seal.open(`k1.${bytes.toString('base64url')}`, 'people:phone')).toThrow();
  expect(() => seal.open(sealed, 'people:name')).toThrow();
  expect(() => sealWith(key('k1', 2)).open(sealed, 'people:phone')).toThrow();
  expect(() => sealWith(key('k2', 2)).open(sealed, 'people:phone')).toThrow('unknown key');
});

test('a new key in front seals from now on, opens what is old, and finds people as before', () => {
  const rotated = sealWith(`${key('k2', 2)},${key('k1', 1)}`);
  expect(rotated.open(seal.seal('李娜', 'c'), 'c')).toBe('李娜');
  expect(rotated.seal('李娜', 'c')).toMatch(/^k2\./);
  expect(rotated.keyedHash('phone', '13800138000')).toBe(seal.keyedHash('phone', '13800138000'));
});

test('hashes depend on key and purpose', () => {
  expect(seal.keyedHash('phone', '1')).not.toBe(seal.keyedHash('name', '1'));
  expect(seal.keyedHash('phone', '1')).not.toBe(sealWith(key('k1', 2)).keyedHash('phone', '1'));
  expect(seal.keyedHash('phone', '1')).toHaveLength(43);
});

test('a bare key works, a short one is refused', () => {
  expect(sealWith(Buffer.alloc(32, 1).toString('base64')).open(seal.seal('x', 'c'), 'c')).toBe('x');
  expect(() => sealWith('k1:c2hvcnQ=')).toThrow('32 bytes');
});
