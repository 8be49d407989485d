import { _, changeOnWire, filterOnWire, storable } from './operators';

test('a filter says on the wire what it says in code', () => {
  expect(
    filterOnWire({
      estateId: 'cuihu',
      open: true,
      nextDueAt: _.gt('').and(_.lte('2026-11-21')),
      severity: undefined,
      ..._.or([{ _id: _.in(['a', 'b']) }, { 'send.state': null }]),
    }),
  ).toEqual({
    estateId: 'cuihu',
    open: true,
    nextDueAt: { $gt: '', $lte: '2026-11-21' },
    $or: [{ _id: { $in: ['a', 'b'] } }, { 'send.state': null }],
  });
});

test('a change groups fields by operator and replaces plain values whole', () => {
  expect(
    changeOnWire({
      state: 'closed',
      version: _.inc(1),
      'send.tries': _.inc(1),
      place: { area: '车库', room: undefined },
      events: _.push([{ id: 1 }], 9),
      old: _.unset(),
      skipped: undefined,
    }),
  ).toEqual({
    $set: { state: 'closed', place: { area: '车库' } },
    $inc: { version: 1, 'send.tries': 1 },
    $push: { events: { $each: [{ id: 1 }], $slice: -9 } },
    $unset: { old: '' },
  });
});

test('what would reach every document, change nothing, or not come back as itself is a bug', () => {
  expect(() => filterOnWire({ _id: undefined })).toThrow('without a condition');
  expect(() => changeOnWire({})).toThrow('without a value');
  expect(() => storable({ at: new Date() })).toThrow('Date');
  expect(() => storable({ f: () => 1 })).toThrow('function');
});
