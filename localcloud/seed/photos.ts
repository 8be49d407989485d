/** A photo goes the way a phone sends it: asked for, put into the storage, confirmed. */
import type { PhotoId } from '../../types/ids';
import type { Phones } from './phone';
import { type SceneName, sceneOf } from './scenes';
import type { Moment } from './timeline';

export async function takePhoto(key: string, scene: SceneName, phones: Phones, at: Moment): Promise<PhotoId> {
  const bytes = sceneOf(scene);
  const { photoId, url, headers } = await phones.mini(
    key,
    'requestUpload',
    { commandId: phones.commandId(), name: `${scene}.png`, size: bytes.length },
    at,
  );
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new Error(`the storage refused ${scene}: ${put.status} ${await put.text()}`);
  await phones.mini(key, 'confirmUpload', { photoId }, at);
  return photoId;
}
