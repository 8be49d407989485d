/** What the policy lets people send (IN-01), in the words they read. The schemas of the API only hold what the program can take. */
import { Refusal } from '../../types/errors';
import type { Policy } from './defaults';

type Intake = Pick<Policy['intake'], 'text' | 'photos'>;

/** @throws Refusal badInput at `description` and `photos` */
export function checkFiling(
  { description, photos }: { description: string; photos: readonly unknown[] },
  { text, photos: limit }: Intake,
): void {
  const fields: Record<string, string> = {};
  if (description.length < text.leastCharacters) fields.description = `情况描述至少写 ${text.leastCharacters} 个字`;
  if (description.length > text.mostCharacters) fields.description = `情况描述不能超过 ${text.mostCharacters} 字`;
  if (photos.length > limit.most) fields.photos = tooManyPhotos(limit.most);
  if (Object.keys(fields).length > 0) throw new Refusal('badInput', { fields });
}

/** @throws Refusal badInput at `photos` */
export function checkPhotos(photos: readonly unknown[], { photos: limit }: Intake): void {
  if (photos.length > limit.most) throw new Refusal('badInput', { fields: { photos: tooManyPhotos(limit.most) } });
}

const tooManyPhotos = (most: number): string => (most === 0 ? '这里不能附照片' : `最多 ${most} 张照片`);

/** Words for a photo that is over the limit, in bytes. */
export const tooLargeText = (mostBytes: number): string =>
  `文件太大，单张照片不能超过 ${Math.round((mostBytes / 1_048_576) * 10) / 10} MB。`;
