/** What the policy lets people send (IN-01), in the words they read. The schemas of the API only hold what the program can take. */
import { Refusal } from '../../types/errors';
import { isVideo, type PhotoId } from '../../types/ids';
import type { SendingLimits } from '../../types/views';
import type { Policy } from './defaults';

type Intake = Pick<Policy['intake'], 'text' | 'photos' | 'video'>;

/** The same numbers for those who choose photos and videos. */
export const sendingLimits = ({ photos, video }: Pick<Intake, 'photos' | 'video'>): SendingLimits => ({
  mostPhotos: photos.most,
  mostVideos: video.most,
  videoSeconds: video.mostSeconds,
  videoBytes: video.mostBytes,
});

/** @throws Refusal badInput at `description` and `photos` */
export function checkFiling(
  { description, photos }: { description: string; photos: readonly PhotoId[] },
  intake: Intake,
): void {
  const { text } = intake;
  const tooMany = problemWith(photos, intake);
  const fields: Record<string, string> = tooMany === null ? {} : { photos: tooMany };
  if (description.length < text.leastCharacters) fields.description = `情况描述至少写 ${text.leastCharacters} 个字`;
  if (description.length > text.mostCharacters) fields.description = `情况描述不能超过 ${text.mostCharacters} 字`;
  if (Object.keys(fields).length > 0) throw new Refusal('badInput', { fields });
}

/** @throws Refusal badInput at `photos` */
export function checkPhotos(photos: readonly PhotoId[], intake: Intake): void {
  const problem = problemWith(photos, intake);
  if (problem !== null) throw new Refusal('badInput', { fields: { photos: problem } });
}

const problemWith = (photos: readonly PhotoId[], intake: Intake): string | null => {
  const videos = photos.filter(isVideo).length;
  if (videos > intake.video.most)
    return intake.video.most === 0 ? '这里不能附视频' : `最多 ${intake.video.most} 段视频`;
  if (photos.length - videos > intake.photos.most)
    return intake.photos.most === 0 ? '这里不能附照片' : `最多 ${intake.photos.most} 张照片`;
  return null;
};

const megabytes = (bytes: number): string => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;

/** Words for a photo or a video that is over the limit, in bytes. */
export const tooLargeText = (mostBytes: number, what: 'photo' | 'video'): string =>
  what === 'photo'
    ? `文件太大，单张照片不能超过 ${megabytes(mostBytes)}。`
    : `文件太大，视频不能超过 ${megabytes(mostBytes)}。`;

export const tooLongText = (mostSeconds: number): string => `视频太长，不能超过 ${mostSeconds} 秒。`;
