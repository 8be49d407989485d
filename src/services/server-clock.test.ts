import { learnServerTime, serverNow } from './server-clock';

const distance = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b));

test('a phone that is a day off counts by the server all the same', () => {
  expect(distance(serverNow(), new Date().toISOString())).toBeLessThan(1000);
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  learnServerTime(tomorrow);
  expect(distance(serverNow(), tomorrow)).toBeLessThan(1000);
  learnServerTime(undefined);
  learnServerTime('nonsense');
  expect(distance(serverNow(), tomorrow)).toBeLessThan(1000);
});
