import type { PersonCall, PersonUseCase } from '../call';
import { limitRate } from '../limit-rate';
import { digestOf } from '../act';
import { actorOf } from '../actor-of';
import { loadEstate } from '../estate/load-estate';
import { loadResidentsOf } from '../people/load-person';
import { phoneOf, nameOf } from '../people/stored-person';
import { claimPhotos } from '../upload/claim-photos';
import type { Complaint } from '../../../domain/complaint/complaint';
import { homeText } from '../../../domain/people/home';
import { filedIt } from '../../../domain/people/policy';
import { checkFiling } from '../../../domain/policy/limits';
import { Refusal } from '../../../types/errors';
import type { HomeId, PersonId } from '../../../types/ids';
import { checkTimes, followed, homeIn } from './filing-checks';
import { placeText } from './place-text';
import { earlierReceipt, receiptOf, registerComplaint } from './register-complaint';
import { tellNow } from './tell-now';

/** A resident files for one of their homes (IN-01); registered and on its clock at once (RG-01). */
export const fileComplaint: PersonUseCase<'fileComplaint'> = async (input, call) => {
  const { person, platform, now, channel } = call;
  if (!person.homes.includes(input.homeId)) throw new Refusal('notFound', { message: '这不是您绑定的房屋。' });
  const home = await homeIn(input.homeId, null, platform);
  const context = await loadEstate(home.estateId, platform.database);
  const { commandId, ...content } = input;
  const digest = digestOf(content);
  const earlier = await earlierReceipt({ personId: person.id, commandId, digest }, context, call);
  if (earlier !== null) return earlier;
  await limitRate('fileComplaint', call);

  checkFiling(input, context.policy.intake);
  checkTimes(input, now);
  const placeHome =
    input.place.homeId === undefined
      ? null
      : input.place.homeId === home._id
        ? home
        : person.homes.includes(input.place.homeId)
          ? await homeIn(input.place.homeId, home.estateId, platform)
          : notMine();
  const actor = actorOf(person);
  const mine = (earlier: Complaint) => filedIt.test(actor, earlier) && earlier.estateId === home.estateId;
  const follows = await followed(input.followsId, mine, call);
  const onBehalfOfId = await accountOf(input.onBehalfOf ?? '', home._id, call);
  await claimPhotos(input.photos, person.id, platform.database);
  const phone = phoneOf(person, platform.seal);
  const name = nameOf(person, platform.seal);
  const loaded = await registerComplaint(
    {
      actor,
      role: 'resident',
      commandId,
      digest,
      confirmed: true,
      filing: {
        kind: input.kind,
        channel,
        description: input.description,
        photos: input.photos,
        place: input.place,
        placeText: placeText(input.place, placeHome),
        occurredAt: input.occurredAt ?? null,
        about: input.about ?? '',
        wish: input.wish ?? '',
        wishBy: input.wishBy ?? null,
        groupSize: input.groupSize ?? null,
        filerId: person.id,
        homeId: home._id,
        homeText: homeText(home),
        hideIdentity: input.hideIdentity,
        onBehalfOf: input.onBehalfOf ?? '',
        onBehalfOfId,
        sealedCaller: '',
        firstContact: null,
        keyCustomer: person.key,
        follows,
      },
      alsoFoundBy: [
        ...(phone === '' || person.phoneHash === null ? [] : [['phone', person.phoneHash] as const]),
        ...(name === '' || person.nameHash === null ? [] : [['name', person.nameHash] as const]),
      ],
    },
    context,
    call,
  );
  await tellNow(loaded, call);
  return receiptOf(loaded);
};

/** IN-13: the account of the one it is filed for, when it is one of the same home and their name is said. */
async function accountOf(words: string, homeId: HomeId, { person, platform }: PersonCall): Promise<PersonId | null> {
  if (words === '') return null;
  const others = await loadResidentsOf([homeId], platform.database);
  const named = others.find((other) => {
    const name = nameOf(other, platform.seal);
    return other.id !== person.id && name.length > 1 && words.includes(name);
  });
  return named?.id ?? null;
}

const notMine = (): never => {
  throw new Refusal('notFound', { message: '这不是您绑定的房屋。' });
};
