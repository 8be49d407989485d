import { readLoginReturn, routeOf, withRoute } from './login-address';

test.each([
  [
    'https://h5.example/?code=abc&state=s1#/pages/complaint/index?id=c1',
    { code: 'abc', state: 's1', clean: 'https://h5.example/#/pages/complaint/index?id=c1' },
  ],
  [
    'https://h5.example/?from=menu&code=a%2Fb&state=s1',
    { code: 'a/b', state: 's1', clean: 'https://h5.example/?from=menu' },
  ],
  [
    'https://h5.example/app/?state=s1&code=abc&estate=e1#/',
    { code: 'abc', state: 's1', clean: 'https://h5.example/app/?estate=e1#/' },
  ],
  ['https://h5.example/?code=abc', { code: 'abc', state: '', clean: 'https://h5.example/' }],
])('%s is a return from a login', (address, expected) => {
  expect(readLoginReturn(address)).toEqual(expected);
});

test.each([
  ['https://h5.example/'],
  ['https://h5.example/#/pages/profile/index?code=ABCD'], // an invitation code of ours, behind the hash
  ['https://h5.example/?code=&state=s1'],
  ['https://h5.example/?encode=1'],
])('%s is none', (address) => {
  expect(readLoginReturn(address)).toBeNull();
});

test('one comes back to where one was, unless the address says where', () => {
  expect(withRoute('https://h5.example/', '/pages/file/index?kind=repair')).toBe(
    'https://h5.example/#/pages/file/index?kind=repair',
  );
  expect(withRoute('https://h5.example/#/', '/pages/mine/index')).toBe('https://h5.example/#/pages/mine/index');
  expect(withRoute('https://h5.example/#/pages/home/index', '/pages/mine/index')).toBe(
    'https://h5.example/#/pages/home/index',
  );
  expect(routeOf('https://h5.example/?a=1#/pages/mine/index')).toBe('/pages/mine/index');
  expect(routeOf('https://h5.example/')).toBe('');
});
