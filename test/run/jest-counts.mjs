// Reads what Jest wrote with --json.

const MOST_NAMES = 3;

/**
 * @typedef {{ status: string; fullName: string }} Assertion
 * @typedef {object} JestReport
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {number} [numRuntimeErrorTestSuites]
 * @property {{ assertionResults: Assertion[] }[]} [testResults]
 */

/**
 * @param {JestReport | undefined} report undefined when Jest died before writing
 * @param {number} exitCode
 * @returns {{ passed: number; failed: number; skipped: number; note?: string }}
 */
export function jestCounts(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: 0, note: 'Jest 没有写出结果' };
  const passed = report.numPassedTests ?? 0;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  // A file that does not even load has no tests to count; it still failed.
  const failed = (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0);
  if (passed + failed === 0) return { passed, failed: 1, skipped, note: '没有任何测试：空的步骤算失败' };
  if (failed === 0 && exitCode !== 0) return { passed, failed: 1, skipped, note: `Jest 退出码 ${exitCode}` };
  return skipped > 0 ? { passed, failed, skipped, note: skippedNames(report) } : { passed, failed, skipped };
}

/** What was left out is said by name: a proof that did not run is no proof. */
function skippedNames({ testResults = [] }) {
  const names = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => fullName);
  const more = names.length - MOST_NAMES;
  return `跳过：${names.slice(0, MOST_NAMES).join('；')}${more > 0 ? `；另 ${more} 项` : ''}`;
}
