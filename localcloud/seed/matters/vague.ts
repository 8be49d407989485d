/** What nobody can place without asking back: it waits for the receptionist. */
import { type Matter, matter } from './matter';

export const VAGUE: readonly Matter[] = [
  matter('facility', 'engineering', '', {
    text: '上次说的那个事情到现在还没人来，我每天都在家等，你们到底还管不管？',
    findings: '电话核实，为厨房窗户把手松动报修，上次登记时漏写电话。',
    measures: '更换窗把手，回访确认。',
    result: '窗把手已更换，登记表电话改为必填。',
  }),
  matter('service', 'service', '', {
    text: '你们那个新规定太不合理了，老年人根本弄不明白，能不能换个方式？',
    findings: '指访客预约只能用手机办理。',
    measures: '保留电话与前台登记两种方式。',
    result: '访客登记已恢复电话和前台两种方式。',
  }),
  matter('noise', 'order', '', {
    text: '麻烦来人看一下，就在我们楼下，每天都这样，真的受不了。',
    findings: '实地查看为外卖骑手夜间聚集聊天。',
    measures: '引导至等候区，夜间巡查劝离。',
    result: '等候区已设在门岗外，夜间不再聚集。',
  }),
];
