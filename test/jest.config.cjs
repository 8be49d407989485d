// One project per kind of proof, so that `npm test -- --fast` can leave out what needs a server or a browser.
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const common = {
  rootDir: root,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': ['@swc/jest', { jsc: { target: 'es2022', transform: { react: { runtime: 'automatic' } } } }],
  },
  // jose and mingo ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(jose|mingo)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/.build/'],
};
const project = (displayName, testMatch, more = {}) => ({
  ...common,
  displayName,
  testMatch: testMatch.map((m) => `<rootDir>/${m}`),
  ...more,
});

module.exports = {
  rootDir: root,
  // A busy machine is no defect: what hangs is stopped, what is only slow passes.
  testTimeout: 240_000,
  projects: [
    project('unit', [
      '{domain,types,cloudfunctions,localcloud,config,test/run}/**/*.test.ts',
      'src/**/*.test.{ts,tsx}',
    ]),
    project('rules', ['test/rules/**/*.test.ts']),
    project('docs', ['test/docs/**/*.test.ts']),
    project('localcloud', ['test/localcloud/**/*.test.ts']),
    project('functions', ['test/functions/**/*.test.ts']),
    project('simulate', ['test/simulate/**/*.test.ts']),
    project('h5', ['test/h5/**/*.test.ts']),
    project('weapp', ['test/weapp/**/*.test.ts']),
  ],
};
