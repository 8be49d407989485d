/** What the simulated year showed, for people (Chinese) and for programs (JSON). */
import type { Finding, Verdict } from './check/check-year';
import { type Growth, growthOf } from './costs';
import type { Lived } from './run-simulation';
import type { SimulationOptions } from './options';

export interface Report {
  options: SimulationOptions;
  minutes: number;
  acts: number;
  calls: number;
  lostTries: number;
  mishaps: Record<string, number>;
  clockRuns: number;
  clockRunsDied: number;
  /** Of the product, the simulation's own left out. */
  databaseCalls: number;
  databaseCallsPerComplaint: number;
  databaseCallsPerClockRun: number;
  growth: Growth;
  refused: Record<string, number>;
  counted: Verdict['counted'];
  messages: Verdict['messages'];
  findings: Finding[];
  violations: number;
}

/** Above this the cost of a run grows with what is on file. */
const FLAT = 1.2;
/** How many wrongs of one kind are listed. */
const LISTED = 20;

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

/** @param databaseCalls counted before the checks looked at anything */
export const reportOf = (lived: Lived, verdict: Verdict, databaseCalls: number): Report => {
  const { options, clock, line, mishaps, year, tookMs } = lived;
  const product = databaseCalls;
  const growth = growthOf(clock.runs, options.complaints);
  const grown = [growth.callsRatio, growth.rowsRatio].some((ratio) => ratio !== null && ratio > FLAT);
  const findings = [
    ...verdict.findings,
    {
      rule: 'CK-08',
      says: '同样多的到期，投诉再多，时钟的开销不变（≤ 1.2 倍）',
      wrong: grown
        ? [{ id: '', number: '', what: `库调用 ${times(growth.callsRatio)}，读行 ${times(growth.rowsRatio)}` }]
        : [],
    },
  ];
  return {
    options,
    minutes: tookMs / 60_000,
    acts: year.acts,
    calls: sum(line.calls.values()),
    lostTries: line.lost,
    mishaps: Object.fromEntries(mishaps.happened),
    clockRuns: clock.runs.length,
    clockRunsDied: clock.died,
    databaseCalls: product,
    databaseCallsPerComplaint: product / verdict.counted.complaints,
    databaseCallsPerClockRun: sum(clock.runs.map((run) => run.databaseCalls)) / clock.runs.length,
    growth,
    refused: Object.fromEntries(line.refused),
    counted: verdict.counted,
    messages: verdict.messages,
    findings,
    violations: sum(findings.map(({ wrong }) => wrong.length)),
  };
};

const times = (ratio: number | null): string => (ratio === null ? '—' : `${ratio.toFixed(2)} 倍`);
const figures = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join('，') || '无';

export const inChinese = (report: Report): string => {
  const { options, counted, growth } = report;
  const lines = [
    `模拟：${options.estates} 个小区，${counted.complaints} 件，${options.days} 天，种子 ${options.seed}${options.faults ? '，带故障' : ''}`,
    `用时 ${report.minutes.toFixed(1)} 分钟；${report.acts} 次行动，${report.calls} 次接口调用，时钟运行 ${report.clockRuns} 次`,
    `库调用：共 ${report.databaseCalls}，每件 ${report.databaseCallsPerComplaint.toFixed(0)}，每次时钟 ${report.databaseCallsPerClockRun.toFixed(1)}`,
    `状态：${figures(counted.byState)}`,
    `类型：${figures(counted.byKind)}`,
    `级别：${figures(counted.bySeverity)}`,
    `渠道：${figures(counted.byChannel)}`,
    `轮次：${figures(counted.byRound)}；最长一件有 ${counted.mostEvents} 个事件`,
    `事件：${figures(counted.events)}`,
    `超时（时限 级）：${figures(counted.missed)}`,
    `消息：${figures(report.messages)}`,
    `被拒绝的操作：${figures(report.refused)}`,
    ...(options.faults
      ? [`故障：${figures(report.mishaps)}；时钟中断 ${report.clockRunsDied} 次；没有回音的尝试 ${report.lostTries} 次`]
      : []),
    '',
    '时钟的开销（同样的到期）：',
    ...growth.at.map(
      (costs) =>
        `  已有 ${costs.onFile} 件：库调用 ${costs.databaseCalls.toFixed(1)}，读行 ${costs.rowsRead.toFixed(1)}，CPU ${costs.cpuMs.toFixed(1)} ms（${costs.runs} 次）`,
    ),
    `  最后比最初：库调用 ${times(growth.callsRatio)}，读行 ${times(growth.rowsRatio)}，CPU ${times(growth.cpuRatio)}`,
    '',
    '必须成立的：',
    ...report.findings.flatMap(({ rule, says, wrong }) => [
      `${wrong.length === 0 ? '✔' : '✘'} [${rule}] ${says}${wrong.length === 0 ? '' : `：${wrong.length} 处`}`,
      ...wrong.slice(0, LISTED).map(({ id, number, what }) => `    ${number} ${id} ${what}`),
      ...(wrong.length > LISTED ? [`    …… 另有 ${wrong.length - LISTED} 处`] : []),
    ]),
    '',
    report.violations === 0 ? '全部成立。' : `${report.violations} 处不成立。`,
  ];
  return lines.join('\n');
};
