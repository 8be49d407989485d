import { OUTCOMES, SATISFACTIONS } from '../../types/vocabulary';
import { fitting } from './templates';

/** What WeChat takes for a phrase; anything else is refused with 47003 and the message reaches nobody. */
const PHRASE = /^[\u4e00-\u9fff]{1,5}$/;

test.each([...Object.values(OUTCOMES), ...Object.values(SATISFACTIONS), '已处理', '', '3–9 人'])(
  '[MS-01] “%s” is a phrase that WeChat takes',
  (word) => {
    expect(fitting('phrase', word)).toMatch(PHRASE);
  },
);

test('[MS-01] an ending is cut to its own words: 已解释, not 已解释（非', () => {
  expect(fitting('phrase', OUTCOMES.explained)).toBe('已解释');
});
