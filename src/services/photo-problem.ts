/** Why no photo or video came from album or camera, in words for the person. */
import type { UploadKind } from '../../types/ids';
import type { SendingLimits } from '../../types/views';

const problemsWith = (what: '照片' | '视频') => {
  const without = `不加${what}也可以提交。`;
  return {
    permission: `微信没有相机或相册的权限。请点右上角“···”→“设置”允许；设置里没有时，到手机的“设置 → 微信”里允许。${without}`,
    privacy: `您没有同意《用户隐私保护指引》，所以不能选${what}。想加${what}，再点一次“添加${what}”并选“同意”。${without}`,
    undeclared: `本小程序暂时不能选${what}，请告诉服务中心。${without}`,
    unknown: `${what}没有选成，请再试一次。${without}`,
  };
};

export const PROBLEMS = { photo: problemsWith('照片'), video: problemsWith('视频') } as const satisfies Record<
  UploadKind,
  unknown
>;

const errMsgOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown ? String(thrown.errMsg) : String(thrown);

/** @param thrown by the platform's chooser, with its `errMsg`; @returns null when the person just changed their mind */
export function photoProblem(thrown: unknown, kind: UploadKind = 'photo'): string | null {
  const errMsg = errMsgOf(thrown);
  const problems = PROBLEMS[kind];
  if (/fail[: ]+(user )?(cancel|abort)/i.test(errMsg)) return null;
  if (/privacy agreement|privacy api banned/i.test(errMsg)) return problems.undeclared;
  if (/privacy/i.test(errMsg)) return problems.privacy;
  if (/auth|permission|den(y|ied)/i.test(errMsg)) return problems.permission;
  return problems.unknown;
}

const BYTES_PER_MB = 1_048_576;
/** A camera stops a moment later than it was told to. */
const LENIENT_SECONDS = 1;

/** Said before it is sent for nothing; null when it is within the limits. */
export function videoTooLarge(
  bytes: number,
  seconds: number,
  { videoBytes, videoSeconds }: Pick<SendingLimits, 'videoBytes' | 'videoSeconds'>,
): string | null {
  if (seconds > videoSeconds + LENIENT_SECONDS) return `视频太长，最多 ${videoSeconds} 秒，请截短后再选。`;
  return bytes > videoBytes ? `视频太大，最多 ${Math.round(videoBytes / BYTES_PER_MB)} MB，请截短后再选。` : null;
}
