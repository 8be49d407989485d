import { logOf } from './log';

test('a line is JSON with the request id; an error carries its stack and its causes', () => {
  const lines: string[] = [];
  const log = logOf('r-1', (line) => lines.push(line));
  log.info('clock', { messages: 3 });
  log.error('unavailable', Object.assign(new Error('refused'), { cause: new Error('find people: DATABASE_TIMEOUT') }), {
    procedure: 'whoAmI',
  });
  const [info, error] = lines.map((line): unknown => JSON.parse(line));
  expect(info).toEqual({ level: 'info', event: 'clock', requestId: 'r-1', messages: 3 });
  expect(error).toMatchObject({
    level: 'error',
    procedure: 'whoAmI',
    thrown: expect.stringMatching(/refused[\s\S]*caused by Error: find people: DATABASE_TIMEOUT/),
  });
});
