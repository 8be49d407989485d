import { Refusal } from '../../../types/errors';
import type { Identity, UseCase } from '../call';
import { _, type Changes } from '../../platform/operators';
import type { Platform } from '../../platform/platform';
import { describeMe } from './describe-me';
import { loadPersonBehind } from './load-person';
import { PRIVACY_NOTICE } from './privacy-notice';
import { NOT_ERASED, type PersonDocument } from './stored-person';

/**
 * Keeps the consent; creates the person on the first time. The id follows from the identity, so that two first calls at
 * once make one person. @throws Refusal badInput for another version than the one shown
 */
export const agreeToPrivacyNotice: UseCase<'agreeToPrivacyNotice'> = async ({ version }, call) => {
  const { identity, now, platform } = call;
  const { database } = platform;
  if (identity === null) throw new Refusal('notSignedIn');
  if (version !== PRIVACY_NOTICE.version)
    throw new Refusal('badInput', { fields: { version: '告知内容已更新，请重新阅读' } });
  const consent = { version, at: now };
  if (call.person?.consent?.version === version) return describeMe(call.person, platform);

  const consented = { consent, consents: _.push([consent]), identityKeys: _.addToSet(identity.keys) };
  if (call.person === null) await createPerson(identity.keys, consent, consented, platform);
  else await database.updateIf('people', { _id: call.person.id, ...NOT_ERASED }, consented);
  return describeMe(await loadPersonBehind(identity, database), platform);
};

/** Whoever was erased and comes back is somebody new: nothing leads from them to what they were (PV-03). */
async function createPerson(
  keys: Identity['keys'],
  consent: NonNullable<PersonDocument['consent']>,
  consented: Changes,
  { database, seal }: Platform,
): Promise<void> {
  const known = keys.find((key) => key.startsWith('u:')) ?? keys[0];
  for (let life = 1; ; life += 1) {
    const _id = `p_${seal.keyedHash('person', life === 1 ? known : `${known}#${life}`).slice(0, 22)}`;
    const document: PersonDocument = {
      _id,
      identityKeys: keys,
      staffName: '',
      posts: [],
      dutyKeys: [],
      grantedInvitations: [],
      homes: [],
      sealedName: null,
      sealedPhone: null,
      nameHash: null,
      phoneHash: null,
      key: false,
      consent,
      consents: [consent],
      createdAt: consent.at,
    };
    if ((await database.insert('people', document)) === 'inserted') return;
    const there = await database.get<Pick<PersonDocument, 'erased'>>('people', _id, ['erased']);
    if (there?.erased === true) continue;
    await database.updateIf('people', { _id, ...NOT_ERASED }, consented);
    return;
  }
}
