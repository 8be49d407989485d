/** Who lives in the estates of the demo. */
import type { EstateKey } from './estates';

export interface Resident {
  key: string;
  name: string;
  phone: string;
  estate: EstateKey;
  /** As people write it: 3-2-501. */
  home: string;
  /** Beside name and home, for the page “今天你是谁”. */
  known?: string;
}

const resident = (
  key: string,
  name: string,
  estate: EstateKey,
  home: string,
  phone: string,
  known?: string,
): Resident => ({ key, name, phone, estate, home, ...(known === undefined ? {} : { known }) });

export const RESIDENTS: readonly Resident[] = [
  resident('resident-zhang', '张伟', 'chunhe', '3-2-501', '13805710301', '处理中、待评价的都有'),
  resident('resident-li', '李娜', 'chunhe', '1-1-802', '13805710102', '有一条刚提交'),
  resident('resident-wang', '王芳', 'chunhe', '5-1-301', '13805710503'),
  resident('resident-liu', '刘洋', 'chunhe', '6-2-1001', '13805710604'),
  resident('resident-chen', '陈国华', 'chunhe', '7-1-1801', '13805710705', '重点客户'),
  resident('resident-yang', '杨帆', 'chunhe', '2-1-602', '13805710206'),
  resident('resident-zhao', '赵敏', 'chunhe', '8-1-903', '13805710807'),
  resident('resident-huang', '黄秀英', 'chunhe', '2-2-101', '13805710208', '七旬老人，女儿代为反映'),
  resident('resident-huang-daughter', '林晓燕', 'chunhe', '2-2-101', '13805710209', '黄秀英的女儿，替母亲反映'),
  resident('resident-zhou', '周涛', 'chunhe', '1-2-1102', '13805710110'),
  resident('resident-wu', '吴倩', 'chunhe', '6-1-402', '13805710611'),
  resident('resident-xu', '徐明', 'chunhe', '8-1-1502', '13805710812'),
  resident('resident-sun', '孙丽', 'chunhe', '3-1-701', '13805710313'),
  resident('resident-hu', '胡斌', 'chunhe', '7-1-603', '13805710714'),
  resident('resident-zhu', '朱琳', 'chunhe', '5-2-902', '13805710515'),
  resident('resident-gao', '高翔', 'yunqi', '1-1-502', '13805720116', '云栖里'),
  resident('resident-lin', '林静', 'yunqi', '2-1-1103', '13805720217'),
  resident('resident-guo', '郭磊', 'yunqi', '3-1-304', '13805720318'),
  resident('resident-ma', '马超', 'yunqi', '4-1-901', '13805720419'),
  resident('resident-luo', '罗琴', 'yunqi', '5-1-702', '13805720520'),
  resident('resident-liang', '梁宇', 'yunqi', '6-1-1204', '13805720621'),
  resident('resident-song', '宋佳', 'yunqi', '1-1-201', '13805720122'),
  resident('resident-tang', '唐悦', 'yunqi', '3-1-1001', '13805720323'),
  resident('resident-han', '韩冰', 'yunqi', '4-1-603', '13805720424'),
  resident('resident-feng', '冯凯', 'yunqi', '2-1-404', '13805720225'),
];

/** They have WeChat and an invitation, nothing more: with them one walks the whole way of a newcomer. */
export const NEWCOMERS = [
  { key: 'newcomer-su', name: '苏晴', estate: 'chunhe', home: '6-1-1102' },
  { key: 'newcomer-ding', name: '丁一凡', estate: 'yunqi', home: '5-1-303' },
] as const satisfies readonly { key: string; name: string; estate: EstateKey; home: string }[];
