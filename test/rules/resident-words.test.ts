/** HD-04: what the resident reads of a complaint's life needs no word of the trade. */
import { nextStep, progressLine } from '../../domain/complaint/next-step';
import { passedCompletions, residentSentenceOf } from '../../domain/complaint/timeline';
import { STATES_TO_RESIDENT } from '../../types/vocabulary';
import { aComplaint, type Story } from '../support/a-complaint';

const TRADE = [
  '派单',
  '签收',
  '签批',
  '审核',
  '首问',
  '抽中',
  '雷同',
  '阅知',
  '定级',
  '裁定',
  '返工',
  '归档',
  '已关闭',
];
const zone = { utcOffsetMinutes: 480 };
const HOUR = 60;

const tradeIn = (words: readonly string[]): string[] =>
  words.filter((said) => TRADE.some((word) => said.includes(word)));

/** Everything that stands on the resident's page of it now. */
function read({ complaint, now, policy }: Story): string[] {
  const passed = passedCompletions(complaint.events);
  const sentences = complaint.events.flatMap((event) => {
    const said = residentSentenceOf(event, zone, now, passed.has(event.id), policy.callback.satisfiedFrom);
    return said === null ? [] : [said.title, said.detail];
  });
  const next = nextStep(complaint);
  return [...sentences, progressLine(complaint), next?.text ?? '', next?.who ?? ''];
}

const WAY = ['registered', 'dispatched', 'investigating', 'handling', 'reviewing', 'informing', 'callback'] as const;

test.each(WAY)('[HD-04] in %s', (state) => {
  const story = aComplaint().inState(state);
  expect(read(story).length).toBeGreaterThan(3);
  expect(tradeIn(read(story))).toEqual([]);
});

test('[HD-04, CK-02] when every clock so far is missed', () => {
  for (const state of WAY) {
    const story = aComplaint()
      .inState(state)
      .later(30 * 24 * HOUR)
      .clockRuns();
    expect(tradeIn(read(story))).toEqual([]);
  }
});

test('[HD-04] no badge says one', () => {
  expect(tradeIn(Object.values(STATES_TO_RESIDENT))).toEqual([]);
});
