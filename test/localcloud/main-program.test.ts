// The program people start: data folder, taken port, clean end.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const children: ChildProcess[] = [];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'main-program-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const start = (port: number, dataDir: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'localcloud/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: 'none' },
  });
  children.push(child);
  let text = '';
  const grow = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', grow);
  child.stderr.on('data', grow);
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  const says = async (words: string): Promise<string> => {
    while (!text.includes(words)) {
      if (child.exitCode !== null) throw new Error(`it ended without saying ${words}: ${text}`);
      await new Promise((later) => setTimeout(later, 20));
    }
    return text;
  };
  return { child, says, ended, text: () => text };
};

test('a seeded folder is kept, Ctrl-C ends cleanly', async () => {
  const data = join(folder, 'data');
  const first = start(0, data);
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await first.says('Ctrl-C'))?.[0] ?? '';
  expect(await (await fetch(`${address}/local/`)).text()).toContain('本地云');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);
  expect(existsSync(join(data, 'seeded.json'))).toBe(true);
  const second = start(0, data);
  await second.says('Ctrl-C');
  expect(second.text()).not.toContain('第一次启动');
  const other = start(0, data);
  expect(await other.ended).toBe(1);
  expect(other.text()).toContain('正被另一个本地云使用');
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
}, 240_000);

test('a clock that was moved goes on from there at the next start, until it is set back', async () => {
  const data = join(folder, 'data');
  const first = start(0, data);
  const move = async (program: ReturnType<typeof start>, how: object): Promise<void> => {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await program.says('Ctrl-C'))?.[0] ?? '';
    const headers = { 'content-type': 'application/json' };
    await fetch(`${address}/local/clock`, { method: 'POST', headers, body: JSON.stringify(how) });
    program.child.kill('SIGTERM');
    await program.ended;
  };
  await move(first, { advanceMinutes: 1440 });
  const second = start(0, data);
  expect(await second.says('Ctrl-C')).toContain('时钟接着上次拨动的走');
  await move(second, { reset: true });
  const third = start(0, data);
  expect(await third.says('Ctrl-C')).not.toContain('时钟接着');
}, 240_000);

test('a seed that was cut short starts over', async () => {
  const data = join(folder, 'data');
  const first = start(0, data);
  await first.says('Ctrl-C');
  first.child.kill('SIGKILL');
  await first.ended;
  rmSync(join(data, 'seeded.json'));
  const second = start(0, data);
  expect(await second.says('Ctrl-C')).toContain('第一次启动');
}, 240_000);

test('a taken port is named together with the way out', async () => {
  const blocker = createServer();
  await new Promise<void>((listening) => blocker.listen(0, '127.0.0.1', listening));
  const address = blocker.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const program = start(port, join(folder, 'data'));
  expect(await program.ended).toBe(1);
  expect(program.text()).toContain(`端口 ${port} 已被占用`);
  expect(program.text()).toContain(`PORT=${port + 1} npm start`);
  await new Promise((closed) => blocker.close(closed));
});

test('a folder with somebody else’s files is left alone', async () => {
  writeFileSync(join(folder, 'thesis.docx'), 'years of work');
  const program = start(0, folder);
  expect(await program.ended).toBe(1);
  expect(program.text()).toContain('不是回音的数据文件夹');
  expect(readdirSync(folder)).toEqual(['thesis.docx']);
});
