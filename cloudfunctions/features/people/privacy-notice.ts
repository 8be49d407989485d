/** IN-05: what a resident agrees to before anything about them is stored. A changed text gets a new version and is asked for again. */
import type { UseCase } from '../call';

export const PRIVACY_NOTICE = {
  version: '2026-11-23',
  title: '个人信息处理告知',
  sections: [
    {
      heading: '我们是谁',
      text: '“回音”由您所在小区的物业服务企业使用，用来受理、处理和回访您的投诉、报修、咨询、建议和表扬。物业服务企业是个人信息处理者，联系电话就是小区服务中心的电话，可在“我的”里查看。',
    },
    {
      heading: '收集什么、用来做什么',
      text: '微信身份标识（openid、unionid）：识别是您本人，不包含您的微信号和好友。称呼和电话：处理过程中与您联系、上门前确认。房屋：确定服务的小区和楼栋、上门处理和回访。您填写的内容、照片、视频和签名：了解情况、留存处理依据。照片和视频会先去除拍摄位置等附加信息再保存。',
    },
    {
      heading: '哪些是必须的',
      text: '微信身份标识和房屋是受理所必需的；不提供电话也可以提交，但我们可能无法及时联系到您。是否接收微信消息由您自己选择，不接收不影响处理，所有消息都会留在“消息”里。',
    },
    {
      heading: '谁能看到',
      text: '只有处理您这件事的人员能看到与步骤相关的内容；列表中的姓名和电话会打码。您可以要求对被投诉部门隐藏姓名、电话和房号，服务中心和巡楼人员仍可看到，以便处理和回访。不会向无关的第三方提供；法律法规要求的除外。',
    },
    {
      heading: '怎样保存',
      text: '数据保存在中华人民共和国境内的腾讯云。姓名和电话加密保存。投诉档案按物业管理档案的要求保存，期满后删除或匿名化。',
    },
    {
      heading: '您的权利',
      text: '您可以随时查阅、更正自己的信息，看谁打开过您的信息，导出、撤回同意或注销，都在“我的”里操作；撤回前已进行的处理不受影响，没办完的事会继续办。注销后投诉档案会留下，但去掉您的称呼、电话、房号和照片。不方便自己操作的，请致电服务中心，我们会在 15 个工作日内办理。未满 14 周岁的，请由监护人阅读并同意。',
    },
  ],
} as const;

export const privacyNotice: UseCase<'privacyNotice'> = async () => ({
  ...PRIVACY_NOTICE,
  sections: PRIVACY_NOTICE.sections.map((section) => ({ ...section })),
});
