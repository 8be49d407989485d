// Taro's WeChat templates know nothing of aria-label and aria-role: without this plugin a screen reader gets neither.
import type { IPluginContext } from '@tarojs/service';

const LABELLED = /(<(?:view|image|input|textarea|picker|canvas) )/g;
const LABELS = 'aria-label="{{i.ariaLabel}}" aria-role="{{i.ariaRole}}" ';

type ModifyResult = (result: string, nodeName: string, level: number, children: string) => string;
interface Platform {
  template?: { modifyTemplateResult?: ModifyResult };
}

export default function weappLabels(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: Platform) {
      if (template === undefined) return;
      const before = template.modifyTemplateResult;
      template.modifyTemplateResult = (result, ...about) =>
        (before ? before.call(template, result, ...about) : result).replace(LABELLED, `$1${LABELS}`);
    },
  });
}
