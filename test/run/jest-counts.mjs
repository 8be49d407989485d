// Reads what Jest wrote with --json.

/**
 * @param {Record<string, number> | undefined} report undefined when Jest died before writing
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
  return { passed, failed, skipped };
}
