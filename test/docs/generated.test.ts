import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from '../../config/generated-docs';

test.each(GENERATED.map(({ file, content }) => [file, content] as const))(
  '%s says what the tables say (npm run docs)',
  (file, content) => {
    expect(readFileSync(join(__dirname, '../..', file), 'utf8')).toBe(content);
  },
);
