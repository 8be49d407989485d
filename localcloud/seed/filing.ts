/** How a complaint of the demo comes in: by the resident's own phone, or written down by whoever heard it. */
import type { CommandId, EstateId } from '../../types/ids';
import type { OutputOf } from '../../types/procedures';
import type { Plot } from './plot';
import type { Stage } from './stage';

export function fileIt(plot: Plot, estateId: EstateId, stage: Stage): Promise<OutputOf<'fileComplaint'>> {
  const { matter, filer, filedAt, photos, twists } = plot;
  const said = {
    commandId: stage.commandId() as CommandId,
    kind: matter.kind,
    description: matter.text,
    ...(matter.wish === undefined ? {} : { wish: matter.wish }),
    ...(matter.about === undefined ? {} : { about: matter.about }),
  };
  const whose = filer.by === 'resident' ? filer.key : filer.resident;
  const homeId = whose === undefined ? undefined : stage.cast.homeId(whose);
  const place = {
    ...(matter.area === '' ? {} : { area: matter.area }),
    ...(homeId === undefined || (matter.area !== '' && matter.area !== '电梯') ? {} : { homeId }),
  };
  const scene = matter.before;

  if (filer.by === 'resident') {
    const { key, through, hideIdentity = false, onBehalfOf, groupSize } = filer;
    return stage.file(
      key,
      'fileComplaint',
      async (at) => {
        // Who is to be rung up hasn't agreed to messages.
        if (twists.informBy !== 'phone' && twists.informBy !== 'visit') await stage.allow(key, 'resident', at);
        return {
          ...said,
          place,
          homeId: stage.cast.homeId(key),
          hideIdentity,
          photos: scene === undefined || !photos ? [] : [await stage.photo(key, scene, at)],
          ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
          ...(groupSize === undefined ? {} : { groupSize }),
        };
      },
      filedAt,
      through,
    );
  }
  const { key, channel, resident, caller } = filer;
  return stage.file(
    key,
    'recordComplaint',
    async () => ({
      ...said,
      place,
      estateId,
      channel,
      caller,
      ...(homeId === undefined ? {} : { homeId }),
      ...(resident === undefined ? {} : { residentId: stage.cast.personId(resident) }),
    }),
    filedAt,
  );
}
