import { meTooText } from '../../../domain/incident/me-too';
import { isOffered } from '../../../domain/incident/public-matter';
import { homeText } from '../../../domain/people/home';
import { checkPhotos } from '../../../domain/policy/limits';
import { Refusal } from '../../../types/errors';
import type { ComplaintId } from '../../../types/ids';
import { digestOf } from '../act';
import { actorOf } from '../actor-of';
import type { PersonUseCase } from '../call';
import { loadComplaint } from '../complaint/carry-out';
import { homeIn } from '../complaint/filing-checks';
import { earlierReceipt, receiptOf, registerComplaint } from '../complaint/register-complaint';
import { tellNow } from '../complaint/tell-now';
import { loadEstate } from '../estate/load-estate';
import { limitRate } from '../limit-rate';
import { nameOf, phoneOf } from '../people/stored-person';
import { claimPhotos } from '../upload/claim-photos';
import { loadIncident } from './incident-keeper';

/** “我也遇到” (IN-07): a complaint of its own that waits for the incident's result; who has joined already gets their receipt. */
export const joinIncident: PersonUseCase<'joinIncident'> = async (input, call) => {
  const { person, platform, channel } = call;
  if (!person.homes.includes(input.homeId)) throw new Refusal('notFound', { message: '这不是您绑定的房屋。' });
  const home = await homeIn(input.homeId, null, platform);
  const context = await loadEstate(home.estateId, platform.database);
  const { commandId, ...content } = input;
  const digest = digestOf(content);
  const earlier = await earlierReceipt({ personId: person.id, commandId, digest }, context, call);
  if (earlier !== null) return earlier;
  const { subject: incident } = await loadIncident(input.incidentId, platform);
  if (incident.estateId !== home.estateId || !incident.publicPlace) throw new Refusal('notFound');
  if (!isOffered(incident))
    throw new Refusal('notInThisState', { message: '这件事刚刚有了结果，请直接提交您的情况。' });
  const [mine] = await platform.database.find<{ _id: ComplaintId }>('complaints', {
    where: { incidentId: incident.id, filerId: person.id },
    limit: 1,
    fields: ['incidentId'],
  });
  if (mine !== undefined) return receiptOf(await loadComplaint(mine._id, call));
  await limitRate('fileComplaint', call);
  checkPhotos(input.photos, context.policy.intake);
  await claimPhotos(input.photos, person.id, platform.database);

  const own = input.words ?? '';
  const phone = phoneOf(person, platform.seal);
  const name = nameOf(person, platform.seal);
  const loaded = await registerComplaint(
    {
      actor: actorOf(person),
      role: 'resident',
      commandId,
      digest,
      confirmed: true,
      joins: { incident, ownWords: own },
      filing: {
        kind: incident.kind,
        channel,
        description: meTooText(incident.summary, own),
        photos: input.photos,
        place: incident.placeText === '' ? {} : { area: incident.placeText },
        placeText: incident.placeText,
        occurredAt: null,
        about: '',
        wish: '',
        wishBy: null,
        groupSize: null,
        filerId: person.id,
        homeId: home._id,
        homeText: homeText(home),
        hideIdentity: input.hideIdentity,
        onBehalfOf: '',
        sealedCaller: '',
        firstContact: null,
        keyCustomer: person.key,
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
