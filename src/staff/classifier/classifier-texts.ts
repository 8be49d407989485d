/** The texts of the page about the automatic classification. */
import type { EvaluationView } from '../../../types/api/classifier';

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

const QUESTIONS: Readonly<Record<EvaluationView['falls'][number]['question'], string>> = {
  category: '类别',
  kind: '类型',
  responsibility: '责任',
};
const FIGURES: Readonly<Record<EvaluationView['falls'][number]['figure'], string>> = {
  right: '完全一致',
  acceptable: '可以接受',
  macroF1: '各类平均',
};

export const TEXTS = {
  title: '自动分类',
  live: '现在用的模型',
  ownModel: '随程序附带的模型',
  modelName: (version: string) => `模型 ${version}`,
  liveSince: (at: string, by: string, why: string) => `${at} 由 ${by} 选用：${why}`,
  problem: '选用的模型与现在的程序不符，正在用随程序附带的模型。请重新训练后发布，或换回附带的模型。',
  note: '每夜用一套从不参加训练的消息考一次，包括各条更正的影响。变差了会通知品质部和管理员。',
  nights: '每夜评估',
  noNights: '还没有评估。第一次在今夜进行，时间可以在“规则设置”里改。',
  night: (day: string, model: string) => `${day} · ${model}`,
  question: (question: keyof typeof QUESTIONS) => QUESTIONS[question],
  figures: (right: number, acceptable: number, macroF1: number) =>
    `完全一致 ${percent(right)}，可以接受 ${percent(acceptable)}，各类平均 ${percent(macroF1)}`,
  drift: '近 30 天被更正',
  driftText: (filed: number, corrected: number, share: number | null) =>
    share === null ? '没有新投诉' : `${corrected} / ${filed} 件，${percent(share)}`,
  followed: (messages: number, followed: number) => `${messages} 条考题，其中 ${followed} 条沿用了更正`,
  confusion: '最常见的更正',
  confusionText: (proposed: string, decided: string, count: number) => `${proposed} → ${decided} ${count} 次`,
  worse: '变差了',
  fall: (question: keyof typeof QUESTIONS, figure: keyof typeof FIGURES, before: number, after: number) =>
    `${QUESTIONS[question]}“${FIGURES[figure]}” ${percent(before)} → ${percent(after)}`,
  muchCorrected: '近 30 天被更正的比例达到了报告线',
  released: '可以选用的模型',
  noReleased: '还没有发布过自己训练的模型。怎样用本公司的更正训练，见产品文档《分类》。',
  releasedNote: (at: string, note: string, right: number | undefined) =>
    `${at} 发布${note === '' ? '' : `：${note}`}${right === undefined ? '' : ` · 类别完全一致 ${percent(right)}`}`,
  use: '选用',
  useOwn: '换回附带的模型',
  chosen: '使用中',
  why: '换模型的原因',
  whyPlaceholder: '至少 5 个字，例如：新模型把报修常判成投诉，先换回',
  whyMissing: '请写明原因，至少 5 个字',
  cancel: '取消',
  confirm: '确定换用',
  done: '已换用，30 秒内对所有新投诉生效',
  earlier: '以前的选用',
} as const;
