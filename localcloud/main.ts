// `npm start`: the local cloud with the product's functions and pages, filled with the demo on first use.
// PORT, DATA_DIR; DEMO=none leaves the demo's people out.
import { createWriteStream, type WriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COLLECTIONS } from '../cloudfunctions/platform/schema';
import { DataFolderInUse, type LocalCloud, startLocalCloud } from './cloud';
import { readTime } from './http/pages/page';
import { emptyDataFolder, ForeignFolder, markSeeded, prepareDataFolder } from './data-folder';

const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.PORT ?? 8080);
const dataDir = resolve(root, process.env.DATA_DIR ?? '.data');

const quit = (message: string): never => {
  console.error(`\n${message}\n`);
  process.exit(1);
};

const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE';

const start = (options: { port: number; timers: boolean }): Promise<LocalCloud> =>
  startLocalCloud({
    ...options,
    dataDir,
    functionsDir: resolve(root, 'dist/cloudfunctions'),
    h5Dir: resolve(root, 'dist/h5'),
    collections: COLLECTIONS,
    log,
  });

/** What functions print goes into a file; the screen shows only what went wrong. */
function log(line: string): void {
  journal ??= createWriteStream(resolve(dataDir, 'functions.log'), { flags: 'a' });
  journal.write(`${new Date().toISOString()} ${line}\n`);
  if (/\berror\b/i.test(line)) console.error(line);
}
let journal: WriteStream | undefined;

async function run(): Promise<LocalCloud> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) quit(`PORT=${process.env.PORT ?? ''} 不是端口号`);
  const data = prepareDataFolder(dataDir);
  let cloud = await start({ port, timers: data === 'seeded' });
  if (data === 'seeded') return cloud;
  if (data === 'cutShort') {
    // The folder is ours and, since it could be opened, in nobody else's use.
    await cloud.close();
    emptyDataFolder(dataDir);
    cloud = await start({ port, timers: false });
  }
  console.log('第一次启动，正在准备演示小区……');
  if (process.env.DEMO !== 'none') {
    const { seedDemo } = await import('./seed/seed-demo');
    cloud.engine.setDurable(false);
    await seedDemo(cloud);
    cloud.clock.set(null);
    cloud.engine.setDurable(true);
  }
  markSeeded(dataDir, Date.now());
  cloud.startTimers();
  return cloud;
}

const SHOWN_PER_GROUP = { 住户: 4, 员工: 12 } as const;

function greet(cloud: LocalCloud): void {
  const people = cloud.wechat.accounts();
  const shown = (['住户', '员工'] as const).flatMap((group) =>
    people
      .filter((person) => person.group === group)
      .slice(0, SHOWN_PER_GROUP[group])
      .map(({ key, nickname, title }) => `    ${nickname}（${key}）  ${title}`),
  );
  const more = people.length > shown.length ? [`    ……共 ${people.length} 人，都在“今天你是谁”里`] : [];
  console.log(
    [
      '',
      `  回音已启动    ${cloud.url}/`,
      '',
      `  今天你是谁    ${cloud.url}/local/people`,
      `  看手机消息    ${cloud.url}/local/phone`,
      `  拨动时间等    ${cloud.url}/local/`,
      '',
      ...(cloud.clock.moved
        ? [
            `  时钟接着上次拨动的走：现在是 ${readTime(cloud.clock.now())}（北京时间），可在“拨动时间”里回到真实时间。`,
            '',
          ]
        : []),
      ...(people.length > 0 ? ['  可以是：', ...shown, ...more, ''] : []),
      '  可以试试：以住户的身份写一条投诉；再换成物业的人去登记、派单、处理；',
      '            在“拨动时间”里把时间拨快一天，看提醒和升级怎样发到手机上。',
      '',
      `  按 Ctrl-C 结束；数据和云函数日志保存在 ${dataDir}，下次启动接着用。`,
      '',
    ].join('\n'),
  );
}

function closeOnSignal(cloud: LocalCloud): void {
  let asked = false;
  const close = () => {
    // Asked twice: leave at once. Everything acknowledged is on disk already.
    if (asked) process.exit(130);
    asked = true;
    console.log('\n正在结束……');
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  // start.mjs has gone away without a word.
  process.on('disconnect', close);
}

run().then(
  (cloud) => {
    closeOnSignal(cloud);
    greet(cloud);
  },
  (error: unknown) => {
    if (isTaken(error)) quit(`端口 ${port} 已被占用。换一个端口启动：PORT=${port + 1} npm start`);
    if (error instanceof ForeignFolder || error instanceof DataFolderInUse) quit(error.message);
    throw error;
  },
);
