import type { Complaint } from '../../../domain/complaint/complaint';
import { standsIn } from '../../../domain/people/person';
import { homeText } from '../../../domain/people/home';
import { checkFiling } from '../../../domain/policy/limits';
import { Refusal } from '../../../types/errors';
import { DESK } from '../../../types/contract';
import type { Role } from '../../../types/vocabulary';
import { digestOf } from '../act';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadEstate } from '../estate/load-estate';
import { loadPerson } from '../people/load-person';
import { nameHashOf, phoneHashOf } from '../people/stored-person';
import { checkBox } from '../routine/enter-letter';
import { claimPhotos } from '../upload/claim-photos';
import { mayKnow } from './carry-out';
import { checkTimes, followed, homeIn } from './filing-checks';
import { placeText } from './place-text';
import { earlierReceipt, receiptOf, registerComplaint } from './register-complaint';
import { sealCaller } from './sealed-caller';
import { tellNow } from './tell-now';

/**
 * Staff write down what a resident said (IN-02). The one who heard it stays its first-contact person; recorded outside the
 * service desk it waits for the desk's confirmation.
 */
export const recordComplaint: PersonUseCase<'recordComplaint'> = async (input, call) => {
  const { person, platform, now } = call;
  const roles: readonly Role[] = person.posts.filter((p) => standsIn(p, input.estateId)).map((p) => p.role);
  const role = (DESK as readonly Role[]).find((r) => roles.includes(r)) ?? roles[0];
  if (role === undefined) throw new Refusal('notAllowed', { message: '您不在这个小区任职。' });
  const context = await loadEstate(input.estateId, platform.database);
  const { commandId, ...content } = input;
  const digest = digestOf(content);
  const earlier = await earlierReceipt({ personId: person.id, commandId, digest }, context, call);
  if (earlier !== null) return earlier;
  checkFiling(input, context.policy.intake);
  checkTimes(input, now);
  if (input.boxId !== undefined && input.channel !== 'suggestionBox')
    throw new Refusal('badInput', { fields: { boxId: '只有投诉箱的来信才属于一次开箱' } });
  await checkBox(input.boxId, input.estateId, call);
  const home = input.homeId === undefined ? null : await homeIn(input.homeId, input.estateId, platform);
  const placeHome =
    input.place.homeId === undefined
      ? null
      : input.place.homeId === home?._id
        ? home
        : await homeIn(input.place.homeId, input.estateId, platform);
  const resident = input.residentId === undefined ? null : await loadPerson(input.residentId, platform.database);
  if (input.residentId !== undefined && (resident === null || home === null || !resident.homes.includes(home._id))) {
    throw new Refusal('badInput', { fields: { residentId: '这位住户不属于所选房屋' } });
  }
  const actor = actorOf(person);
  const known = (earlier: Complaint) => mayKnow(actor, earlier) && earlier.estateId === input.estateId;
  const follows = await followed(input.followsId, known, call);
  await claimPhotos(input.photos, person.id, platform.database);
  const caller = { name: input.caller.name ?? '', phone: (input.caller.phone ?? '').replace(/[\s-]/g, '') };
  const confirmed = (DESK as readonly Role[]).includes(role);
  const loaded = await registerComplaint(
    {
      actor,
      role,
      commandId,
      digest,
      confirmed,
      filing: {
        kind: input.kind,
        channel: input.channel,
        description: input.description,
        photos: input.photos,
        place: input.place,
        placeText: placeText(input.place, placeHome),
        occurredAt: input.occurredAt ?? null,
        about: input.about ?? '',
        wish: input.wish ?? '',
        wishBy: input.wishBy ?? null,
        groupSize: input.groupSize ?? null,
        filerId: resident?.id ?? null,
        homeId: home?._id ?? null,
        homeText: home === null ? '' : homeText(home),
        hideIdentity: input.hideIdentity,
        onBehalfOf: '',
        sealedCaller: sealCaller(caller, platform.seal),
        firstContact: { personId: person.id, name: person.staffName },
        keyCustomer: resident?.key ?? false,
        follows,
        boxId: input.boxId ?? null,
      },
      alsoFoundBy: [
        ...(caller.phone === '' ? [] : [['phone', phoneHashOf(caller.phone, platform.seal)] as const]),
        ...(caller.name === '' ? [] : [['name', nameHashOf(caller.name, platform.seal)] as const]),
      ],
    },
    context,
    call,
  );
  await tellNow(loaded, call);
  return receiptOf(loaded);
};
