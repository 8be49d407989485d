import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declaredPrivacyInterfaces, PRIVACY_INTERFACES } from '../support/privacy-interfaces';

const root = join(__dirname, '../..');

const CALL = new RegExp(`\\b(?:Taro|wx)\\.(${PRIVACY_INTERFACES.join('|')})\\b`, 'g');
const COMPONENTS =
  /<(?:Camera|LivePusher|VoipRoom)\b|openType=["'{\s]*(?:chooseAvatar|getPhoneNumber|getRealtimePhoneNumber|getUserInfo)|type="nickname"/;

/** What goes into the mini program: not the files of H5, not the tests. */
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(h5|test)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));

test('PRIVACY.md names the privacy interfaces that the mini program uses, and no others', () => {
  const used = new Set(sources.flatMap((source) => [...source.matchAll(CALL)].map((call) => call[1])));
  expect(declaredPrivacyInterfaces().sort()).toEqual([...used].sort());
  expect(used.size).toBeGreaterThan(0);
});

test('no component asks for more', () => {
  expect(sources.filter((source) => COMPONENTS.test(source))).toEqual([]);
});
