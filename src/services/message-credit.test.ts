import { templatesToAsk } from './message-credit';

const credit = (template: string, left: number, audience: 'resident' | 'staff' = 'resident') => ({
  template,
  templateId: `id-${template}`,
  title: template,
  left,
  audience,
});

test('[MS-01] asks for at most three, those of which the least is left, of the right audience', () => {
  const credits = [
    credit('accepted', 4),
    credit('progress', 0),
    credit('result', 1),
    credit('survey', 2),
    credit('newWork', 0, 'staff'),
  ];
  expect(templatesToAsk(credits, 'resident')).toEqual(['id-progress', 'id-result', 'id-survey']);
  expect(templatesToAsk(credits, 'staff')).toEqual(['id-newWork']);
});

test('a template without an id at this account is never asked for', () => {
  expect(templatesToAsk([{ ...credit('accepted', 0), templateId: '' }], 'resident')).toEqual([]);
});
