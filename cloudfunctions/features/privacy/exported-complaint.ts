import type { ComplaintView, PhotoView } from '../../../types/views';
import {
  CALLBACK_FORMS,
  CATEGORIES,
  CHANNELS,
  INFORM_WAYS,
  KINDS,
  OUTCOMES,
  SATISFACTIONS,
  STATES,
} from '../../../types/vocabulary';

const SATISFIED: Readonly<Record<number, string>> = SATISFACTIONS;

const addresses = (photos: readonly PhotoView[]): string[] => photos.map(({ url }) => url);

/** PV-03: a complaint as its resident sees it, under names anybody can read; addresses of photos hold for a short time. */
export const exportedComplaint = (view: ComplaintView): Record<string, unknown> => ({
  编号: view.number,
  小区: view.estate.name,
  类型: KINDS[view.kind],
  类别: CATEGORIES[view.category],
  渠道: CHANNELS[view.channel],
  状态: STATES[view.state],
  提交时间: view.filedAt,
  关闭时间: view.closedAt,
  描述: view.description,
  诉求: view.wish,
  希望完成时间: view.wishBy,
  发生时间: view.occurredAt,
  涉及的人或部门: view.about,
  地点: view.placeText,
  姓名: view.resident?.name ?? '',
  电话: view.resident?.phone ?? '',
  房屋: view.resident?.homeText ?? '',
  代谁反映: view.onBehalfOf,
  对被投诉部门隐名: view.identityHidden,
  照片和视频: addresses(view.photos),
  办理部门: view.department?.name ?? '',
  办理人: view.handler?.name ?? '',
  结果:
    view.result === null
      ? null
      : {
          结论: OUTCOMES[view.result.outcome],
          说明: view.result.result,
          解释: view.result.explanation,
          完成时间: view.result.doneAt,
          照片: addresses(view.result.photos),
        },
  告知: view.informed === null ? null : { 方式: INFORM_WAYS[view.informed.how], 时间: view.informed.at },
  回访:
    view.callback?.verdict == null
      ? null
      : {
          方式: CALLBACK_FORMS[view.callback.verdict.form],
          已解决: view.callback.verdict.solved,
          满意度: SATISFIED[view.callback.verdict.satisfaction] ?? '',
          意见: view.callback.verdict.opinions,
          时间: view.callback.verdict.at,
        },
  进展: view.timeline.map(({ at, title, detail, by, photos }) => ({
    时间: at,
    事项: title,
    内容: detail,
    人员: [by.role, by.name].filter((part) => part !== '').join(' '),
    照片: addresses(photos),
  })),
});
