// wx.cloud, on the line of the person who holds the phone.
import type { Realm } from '../runtime/realm';
import type { Album } from './album';
import { answer, Failure, type Options } from './answer';
import type { CloudLine } from './cloud-line';

type Hear = (progress: unknown) => void;

export function cloudApi(realm: Realm, line: CloudLine, album: Album) {
  return {
    init: () => undefined,
    callFunction: (options: Options) =>
      answer(realm, 'cloud.callFunction', options, async () => ({
        result: await reached(() => line.callFunction(String(options['name']), options['data'])),
        requestID: '',
      })),
    uploadFile: (options: Options) => {
      const listeners: Hear[] = [];
      const done = answer(realm, 'cloud.uploadFile', options, async () => {
        const file = album.read(options['filePath']);
        for (const progress of [50, 100]) for (const hear of listeners) hear(realm.value({ progress }));
        const fileID = await reached(() => line.uploadFile(String(options['cloudPath']), file));
        return { fileID, statusCode: 200 };
      });
      return done ?? { onProgressUpdate: (hear: Hear) => void listeners.push(hear), abort: () => undefined };
    },
  };
}

/** @throws Failure as wx.cloud does when the cloud can't be reached */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error), { errCode: -1 });
  }
}
