import { Refusal } from '../../../types/errors';
import type { UseCase } from '../call';
import { _ } from '../../platform/operators';
import { describeMe } from './describe-me';
import { loadPersonBehind } from './load-person';
import { PRIVACY_NOTICE } from './privacy-notice';
import type { PersonDocument } from './stored-person';

/**
 * Keeps the consent; creates the person on the first time. The id follows from the identity, so that two first calls at
 * once make one person. @throws Refusal badInput for another version than the one shown
 */
export const agreeToPrivacyNotice: UseCase<'agreeToPrivacyNotice'> = async ({ version }, call) => {
  const { identity, now, platform } = call;
  const { database, seal } = platform;
  if (identity === null) throw new Refusal('notSignedIn');
  if (version !== PRIVACY_NOTICE.version)
    throw new Refusal('badInput', { fields: { version: '告知内容已更新，请重新阅读' } });
  const consent = { version, at: now };
  if (call.person?.consent?.version === version) return describeMe(call.person, platform);

  const id =
    call.person?.id ??
    `p_${seal.keyedHash('person', identity.keys.find((key) => key.startsWith('u:')) ?? identity.keys[0]).slice(0, 22)}`;
  const consented = { consent, consents: _.push([consent]), identityKeys: _.addToSet(identity.keys) };
  if (call.person === null) {
    const document: PersonDocument = {
      _id: id,
      identityKeys: identity.keys,
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
      createdAt: now,
    };
    if ((await database.insert('people', document)) === 'duplicate') await database.update('people', id, consented);
  } else {
    await database.update('people', id, consented);
  }
  return describeMe(await loadPersonBehind(identity, database), platform);
};
