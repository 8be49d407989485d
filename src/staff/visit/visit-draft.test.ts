import { describe, expect, test } from '@jest/globals';
import { answersOf, emptyVisit, readVisit, toggleWord, unanswered, type VisitDraft } from './visit-draft';

const asked = (part: Partial<VisitDraft>): VisitDraft => ({
  ...emptyVisit(),
  reached: true,
  solved: true,
  satisfaction: 5,
  wantsFollowUp: false,
  ...part,
});

describe('[CB-05] a callback', () => {
  test('is finished when reached, solved, satisfaction and follow-up are answered', () => {
    expect(unanswered(asked({}))).toEqual({});
    expect(Object.keys(unanswered(asked({ satisfaction: null, wantsFollowUp: null })))).toEqual([
      'satisfaction',
      'wantsFollowUp',
    ]);
    expect(Object.keys(unanswered(emptyVisit()))).toEqual(['reached']);
  });

  test('[CB-06] nobody reached needs and sends no answers', () => {
    const draft = asked({ reached: false, opinions: '敲门没人应' });
    expect(unanswered(draft)).toEqual({});
    expect(answersOf(draft, 'visit')).toEqual({ form: 'visit', reached: false, opinions: '敲门没人应', photos: [] });
  });

  test('sends every answer that was given', () => {
    expect(answersOf(asked({ place: '大堂' }), 'phone')).toEqual({
      form: 'phone',
      reached: true,
      solved: true,
      satisfaction: 5,
      wantsFollowUp: false,
      place: '大堂',
      photos: [],
    });
  });
});

test('a draft comes back from the phone with the commandId it had', () => {
  const draft = asked({});
  expect(readVisit(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  expect(readVisit({ reached: true })).toBeNull();
});

test('a quick word is put on and taken off again', () => {
  expect(toggleWord('', '态度好')).toBe('态度好');
  expect(toggleWord('态度好', '处理及时')).toBe('态度好；处理及时');
  expect(toggleWord('态度好；处理及时', '态度好')).toBe('处理及时');
});
