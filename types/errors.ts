/**
 * Every refusal that crosses the API: its code, HTTP status, the text a person reads, and when it is thrown.
 * Nothing else is thrown across the API; a bug answers `internal` with the request id and is logged.
 */
export const ERRORS = {
  /** The body isn't JSON, or isn't an object. */
  badJson: { status: 400, text: '请求内容无法识别，请刷新后重试。' },
  /** The input doesn't fit the procedure's schema; `fields` says which field and why. */
  badInput: { status: 400, text: '填写的内容有误，请检查标出的地方。' },
  /** No such procedure. */
  unknownProcedure: { status: 404, text: '没有这个功能，请更新到最新版本。' },
  /** No token, or one that is expired or forged. */
  notSignedIn: { status: 401, text: '登录已过期，请重新进入。' },
  /** IN-05: personal data would be taken before the privacy notice was agreed to. */
  consentNeeded: { status: 403, text: '请先阅读并同意《隐私告知》。' },
  /** PV-03: their complaints are still being dealt with, and they didn't say to withdraw them; `details.open` says how many. */
  stillOpen: { status: 409, text: '您还有没办完的事。可以先办完再注销，也可以撤回后注销。' },
  /** The person's roles don't allow this procedure or command. */
  notAllowed: { status: 403, text: '您没有权限进行此操作。' },
  /** It doesn't exist, or the person may not know that it exists. */
  notFound: { status: 404, text: '没有找到，可能编号有误或您无权查看。' },
  /** The command isn't in the lifecycle table for this state; `details.state`, `details.possible` say what is. */
  notInThisState: { status: 409, text: '当前状态下不能进行此操作。' },
  /** Somebody else changed it first; `details.by`, `details.what`, `details.version` say who and what. */
  changedMeanwhile: { status: 409, text: '刚刚有人处理过，请查看最新情况后再操作。' },
  /** The same act was sent again with other content; what was saved first stands, `details` say where. */
  alreadyDone: { status: 409, text: '刚才已经提交过，这次的内容与上次不同，没有保存。请刷新查看已保存的内容。' },
  /** So much was written to one complaint that it takes no more words. */
  tooMuchWritten: { status: 409, text: '这一条已写得太多，无法再补充，请联系服务中心。' },
  /** Nobody reviews, calls back on or verifies their own work (RV-01, CB-10, CA-02). */
  ownWork: { status: 403, text: '不能审核、回访或验证自己办理的事。' },
  /** The invitation code is unknown, used up or expired. */
  invitationInvalid: { status: 400, text: '邀请码无效或已使用，请联系服务中心。' },
  /** Urged again within the policy's interval (IN-08). */
  tooSoon: { status: 429, text: '刚刚已催办过，请稍后再试。' },
  /** Too many calls from one person in a short time. */
  tooMany: { status: 429, text: '操作太频繁，请稍后再试。' },
  /** A photo or video is over the size limit. */
  tooLarge: { status: 413, text: '文件太大，请换小一些的。' },
  /** The file's content isn't one of the accepted formats, whatever its name says. */
  fileNotAccepted: { status: 400, text: '这个文件不是可用的照片，请换 JPG、PNG 或 WebP 格式。' },
  /** The photo wasn't uploaded by this person, or never arrived. */
  photoMissing: { status: 400, text: '照片没有上传成功，请重新选择。' },
  /** DP-03: the department gives it back after its signing time. */
  returnTimeOver: {
    status: 409,
    text: '已过签收时限，不能再退回。请先签收；确需其他部门的，签收后请对方协助，或请服务处主管协调。',
  },
  /** DP-03, IF-03: the dispatch was decided above the desk; the department can't give it back again. */
  dispatchFinal: { status: 409, text: '这次派单已由上级裁定，不能再退回。请签收；确需其他部门的，签收后请对方协助。' },
  /** DP-04: another department was asked for help and hasn't finished; the message names it. */
  subtaskOpen: { status: 409, text: '还有部门的协助没有完成，请等对方完成，或撤回这项协助。' },
  /** CB-09: the time for opening it again isn't over, an opinion isn't read, or a clock isn't recorded yet. */
  notYetArchivable: { status: 409, text: '还不能归档：重新打开的期限未过，或还有回访意见未阅、时限未记录。' },
  /** CB-09: an archived form is only read. */
  archived: { status: 409, text: '这一条已归档，只能查看。问题再次出现时，请新建一条（再次反映），会和这一条关联。' },
  /** CK-05: no more pauses, or none of this length; the message says which. */
  pauseRefused: { status: 409, text: '现在不能暂停计时。' },
  /** Reopening after the window counted from closing (IF-03). */
  reopenWindowOver: { status: 409, text: '已超过重新打开的期限，请新建一条，我们会自动关联之前的记录。' },
  /** The database or storage refused or didn't answer; nothing was written. */
  unavailable: { status: 503, text: '系统暂时繁忙，没有保存，请稍后重试。' },
  /** A bug. Logged with the request id. */
  internal: { status: 500, text: '出错了，我们已记录。请稍后重试或拨打服务电话。' },
} as const satisfies Record<string, { status: number; text: string }>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as ErrorCode[];

export interface ErrorDetails {
  /** Field path → why, in the person's words. */
  fields?: Record<string, string>;
  /** Facts for the screen, e.g. the state and the commands that are possible. */
  details?: Record<string, unknown>;
  /** Replaces the code's own text where a better one is known. */
  message?: string;
}

/** A refusal with a code of the table above. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly details: Record<string, unknown> | undefined;
  constructor(code: ErrorCode, more: ErrorDetails = {}) {
    super(more.message ?? ERRORS[code].text);
    this.name = 'Refusal';
    this.code = code;
    this.fields = more.fields;
    this.details = more.details;
  }
  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** The wire form of every answer of the API, over HTTP and over callFunction. */
export type Answer<T> = (
  | { ok: true; data: T; requestId: string }
  | {
      ok: false;
      error: { code: ErrorCode; message: string; fields?: Record<string, string>; details?: Record<string, unknown> };
      requestId: string;
    }
) & {
  /** The server's time when it answered; screens count by it, so that a phone with a wrong clock still shows what is late. */
  at: string;
};
