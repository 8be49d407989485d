/** Why no photo came from album or camera, in words for the person. */

const WITHOUT = '不加照片也可以提交。';

export const PHOTO_PROBLEMS = {
  permission: `微信没有相机或相册的权限。请点右上角“···”→“设置”允许；设置里没有时，到手机的“设置 → 微信”里允许。${WITHOUT}`,
  privacy: `您没有同意《用户隐私保护指引》，所以不能选照片。想加照片，再点一次“添加照片”并选“同意”。${WITHOUT}`,
  undeclared: `本小程序暂时不能选照片，请告诉服务中心。${WITHOUT}`,
  unknown: `照片没有选成，请再试一次。${WITHOUT}`,
} as const;

const errMsgOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown ? String(thrown.errMsg) : String(thrown);

/** @param thrown by the platform's chooser, with its `errMsg`; @returns null when the person just changed their mind */
export function photoProblem(thrown: unknown): string | null {
  const errMsg = errMsgOf(thrown);
  if (/fail[: ]+(user )?(cancel|abort)/i.test(errMsg)) return null;
  if (/privacy agreement|privacy api banned/i.test(errMsg)) return PHOTO_PROBLEMS.undeclared;
  if (/privacy/i.test(errMsg)) return PHOTO_PROBLEMS.privacy;
  if (/auth|permission|den(y|ied)/i.test(errMsg)) return PHOTO_PROBLEMS.permission;
  return PHOTO_PROBLEMS.unknown;
}
