type Missing = { owner: object; name: string };

const added: Missing[] = [
  { owner: Array.prototype, name: 'at' },
  { owner: String.prototype, name: 'at' },
  { owner: String.prototype, name: 'replaceAll' },
  { owner: Object, name: 'hasOwn' },
];

describe('on an engine that lacks them', () => {
  const before = added.map(({ owner, name }) => Object.getOwnPropertyDescriptor(owner, name));

  beforeAll(() => {
    for (const { owner, name } of added) Reflect.deleteProperty(owner, name);
    jest.isolateModules(() => require('./old-engines'));
  });

  afterAll(() => {
    added.forEach(({ owner, name }, index) => {
      const descriptor = before[index];
      if (descriptor) Object.defineProperty(owner, name, descriptor);
    });
  });

  test('at counts from either end', () => {
    expect([1, 2, 3].at(-1)).toBe(3);
    expect([1, 2, 3].at(0)).toBe(1);
    expect([1, 2, 3].at(3)).toBeUndefined();
    expect('回音'.at(-1)).toBe('音');
  });

  test('replaceAll takes a plain text literally and a pattern as a pattern', () => {
    expect('a+b+c'.replaceAll('+', ' ')).toBe('a b c');
    expect('a1b2'.replaceAll(/\d/g, '')).toBe('ab');
  });

  test('hasOwn does not see what is inherited', () => {
    expect(Object.hasOwn({ a: 1 }, 'a')).toBe(true);
    expect(Object.hasOwn({ a: 1 }, 'toString')).toBe(false);
  });

  test('an addition is not listed among the keys', () => {
    const keys: string[] = [];
    for (const key in ['x']) keys.push(key);
    expect(keys).toEqual(['0']);
  });
});
