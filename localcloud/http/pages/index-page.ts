import type { Faults } from '../../faults';
import { button, escaped, page, readTime } from './page';

export interface IndexState {
  origin: string;
  now: number;
  moved: boolean;
  faults: Faults;
  functions: readonly string[];
  people: number;
}

const FAULT_LABELS: Record<keyof Faults, string> = {
  latencyMs: '每次数据库调用多等（毫秒）',
  latencyOf: '只有写入这个集合才多等（空为全部调用）',
  dropAnswers: '接下来几次写入：写成了，但回答丢失',
  dropAnswersOf: '只限这个集合（空为全部）',
  conflicts: '接下来几次事务提交冲突',
  sendErrors: '接下来几条订阅消息被拒',
  sendErrorCode: '被拒的原因（43101 47003 45009 40003）',
  timersStopped: '定时器停止',
  killAfterWrites: '下一个云函数写入几次后被杀',
  killFunction: '只限这个云函数（空为任意）',
  diskFull: '磁盘已满',
};

function faultField(name: keyof Faults, value: Faults[keyof Faults]): string {
  const label = escaped(FAULT_LABELS[name]);
  if (typeof value === 'boolean') {
    const option = (chosen: boolean, text: string) =>
      `<option value="${chosen}"${chosen === value ? ' selected' : ''}>${text}</option>`;
    return `<label>${label}<select name="${name}">${option(false, '否')}${option(true, '是')}</select></label>`;
  }
  const type = typeof value === 'number' ? 'number' : 'text';
  return `<label>${label}<input type="${type}" name="${name}" value="${escaped(String(value))}"></label>`;
}

const FAULT_NAMES = Object.keys(FAULT_LABELS) as (keyof Faults)[];

/** Front page of the local cloud: what it is, who one can be, and its switches. */
export function indexPage(state: IndexState): string {
  const move = (minutes: number, label: string) => button('/local/clock', { advanceMinutes: String(minutes) }, label);
  return page(
    '本地云',
    `<h1>本地云</h1>
<p class="quiet">在这台电脑上代替 CloudBase 和微信，云函数原样运行。只供开发和演示，正式使用请部署到云开发。</p>
<h2>从这里开始</h2>
<a class="card" href="/local/people"><strong>今天你是谁？</strong><br><span class="quiet">选一个人进入（现有 ${state.people} 人），或作为新住户从头开始</span></a>
<a class="card" href="/local/phone"><strong>看手机</strong><br><span class="quiet">每条订阅消息谁收到了，哪条被拒、为什么</span></a>
<a class="card" href="/"><strong>打开回音</strong><br><span class="quiet">${escaped(state.origin)}/</span></a>
<h2>时间</h2>
<div class="card">
<p>现在是 <strong>${readTime(state.now)}</strong>（北京时间）${state.moved ? '，已拨动' : ''}</p>
<p class="quiet">拨快时间，看时限、提醒和升级怎么发生；每次拨动都会让定时器跑一遍。</p>
<div class="row">${move(10, '+10 分钟')}${move(60, '+1 小时')}${move(24 * 60, '+1 天')}${button('/local/clock', { reset: '1' }, '回到真实时间')}${button('/local/timers', {}, '只跑定时器')}</div>
</div>
<h2>故障</h2>
<form class="card" method="post" action="/local/faults">
${FAULT_NAMES.map((name) => faultField(name, state.faults[name])).join('\n')}
<div class="row"><button class="primary">生效</button><button name="reset" value="1">全部恢复</button></div>
</form>
<h2>给程序用</h2>
<div class="card quiet">
<p>云函数：${state.functions.map((name) => `<code>${escaped(name)}</code>`).join(' ') || '还没有，请先构建'}</p>
<pre>POST /local/login   {"person": "…"}            → {"token"}
POST /local/call    {"function","data","openid"} → {"result"}
POST /local/clock   {"at"} | {"advanceMinutes"} | {"reset": true}
POST /local/faults  {"latencyMs": 200, …} | {"reset": true}
POST /local/timers
POST /local/wechat/grant {"person","templateId","count"}</pre>
</div>`,
  );
}
