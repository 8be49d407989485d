// Corrections over the real functions (RG-03): kept once, without words, followed at once by almost identical texts.
import type { CorrectionDocument } from '../../cloudfunctions/features/classification/stored-correction';
import type { ComplaintDocument } from '../../cloudfunctions/features/complaint/complaint-document';
import type { ComplaintId } from '../../types/ids';
import type { ComplaintView } from '../../types/views';
import type { Category } from '../../types/vocabulary';
import { departmentNamed, filing, get, on, resident, staff, test_, withPathPeople } from '../support/path-people';

withPathPeople();

/** Nothing that the classifier is sure of. */
const ODD = '大堂里的那个大摆件，看着实在别扭，进进出出都要绕着走';
const ODD_AGAIN = '大堂里那个大摆件看着实在别扭，大家进进出出都要绕着走';

const filed = async (description: string): Promise<ComplaintView> => {
  const { id } = await resident.as('fileComplaint', filing({ description, place: { area: '中心花园' } }));
  return get(staff.receptionist, id);
};
const dispatched = (view: ComplaintView, category: Category, department = '物业管理部（秩序）') =>
  staff.receptionist.as('dispatch', {
    ...on(view),
    kind: 'complaint',
    category,
    responsibility: 'own',
    departmentId: departmentNamed(view, department),
  });
const givenBack = async (id: ComplaintId): Promise<ComplaintView> => {
  await staff.orderHead.as('returnToDesk', { ...on(await get(staff.orderHead, id)), reason: '不是我们的事' });
  return get(staff.receptionist, id);
};
const kept = (id: ComplaintId) => test_.database.get<CorrectionDocument>('corrections', id);
/** Another than the classifier's own. */
const otherThan = (category: Category | undefined): Category => (category === 'pets' ? 'committee' : 'pets');

let first: ComplaintView;
let corrected: Category;

test('[RG-03] whoever corrects a proposal leaves the correction; of the words only hashes are kept with it', async () => {
  first = await filed(ODD);
  expect(first.state).toBe('registered');
  expect(first.proposal?.correctedAt).toBeUndefined();
  corrected = otherThan(first.proposal?.category.value);
  await dispatched(first, corrected);
  const correction = await kept(first.id);
  expect(correction).toMatchObject({
    companyId: 'company',
    estateId: 'cuihu',
    corrected: { category: corrected },
    decided: { kind: 'complaint', category: corrected },
    proposed: { category: first.proposal?.category.value },
  });
  const stored = JSON.stringify(correction);
  for (const word of ['大堂', '摆件', '别扭']) expect(stored).not.toContain(word);
  expect(correction?.grams.length).toBeGreaterThan(10);
});

test('[RG-03] an almost identical text follows it at once and says by which day’s correction', async () => {
  const suggested = await resident.as('suggestClassification', { text: ODD_AGAIN });
  expect(suggested).toMatchObject({ category: { value: corrected }, correctedAt: (await kept(first.id))?.at });
  const second = await filed(ODD_AGAIN);
  expect(second.proposal).toMatchObject({ category: { value: corrected } });
  expect(second.category).toBe(corrected);
});

test('[RG-03] another text doesn’t', async () => {
  expect(await resident.as('suggestClassification', { text: '大堂的灯不亮了' })).not.toHaveProperty('correctedAt');
});

test('[RG-03] a later contrary correction wins; a withdrawn one doesn’t weigh any more', async () => {
  test_.at('2026-11-20T02:10:00.000Z');
  const third = await filed(`${ODD_AGAIN}，谢谢`);
  expect(third.proposal?.category.value).toBe(corrected);
  // It went out by itself; the department gives it back and the desk decides otherwise.
  expect(third.state).toBe('dispatched');
  await dispatched(await givenBack(third.id), 'greening', '工程维修部');
  expect((await resident.as('suggestClassification', { text: ODD_AGAIN })).category.value).toBe('greening');

  await resident.as('withdraw', { ...on(await get(resident, third.id)), reason: '不用处理了' });
  expect(await kept(third.id)).toMatchObject({ at: '', keys: [], grams: [] });
  expect((await resident.as('suggestClassification', { text: ODD_AGAIN })).category.value).toBe(corrected);
});

test('[RG-03] decided anew as it was proposed, the correction is undone', async () => {
  const back = await givenBack(first.id);
  await dispatched(back, back.proposal?.category.value ?? 'other', '工程维修部');
  expect(await resident.as('suggestClassification', { text: ODD })).not.toHaveProperty('correctedAt');
});

test('[RG-03] a function that died before keeping it loses nothing: the clock derives the same, once', async () => {
  const view = await filed('门口新摆的那排东西挡道，进出都得绕，麻烦处理');
  const category = otherThan(view.proposal?.category.value);
  await dispatched(view, category);
  const { version: _before, ...before } = (await kept(view.id)) ?? { version: 0 };
  await test_.database.remove('corrections', view.id);
  await test_.database.update('complaints', view.id, {
    settledEvents: 1,
    unsettledSince: '2026-11-20T02:00:00.000Z',
  });
  test_.at('2026-11-20T03:05:00.000Z');
  await test_.runClock();
  await test_.runClock();
  expect(await kept(view.id)).toMatchObject(before);
  const document = await test_.database.get<ComplaintDocument>('complaints', view.id, ['unsettledSince']);
  expect(document?.unsettledSince).toBeNull();
});

test('[RG-03] an earlier state that arrives late doesn’t replace a newer one', async () => {
  const view = await filed('二号门那里的旧告示牌歪着，看着别扭，麻烦弄一下');
  const after = await dispatched(view, otherThan(view.proposal?.category.value));
  const newest = await kept(view.id);
  expect(newest?.version).toBeGreaterThanOrEqual(after.version);
  const { keepCorrection } = await import('../../cloudfunctions/features/classification/stored-correction');
  const { complaintOf } = await import('../../domain/complaint/evolve');
  const document = await test_.database.get<ComplaintDocument>('complaints', view.id);
  const events = document?.events ?? [];
  const withdrawnBefore = { ...complaintOf(events), version: 1, state: 'withdrawn' as const };
  await keepCorrection(withdrawnBefore, 365, test_.database);
  expect(await kept(view.id)).toEqual(newest);
});
