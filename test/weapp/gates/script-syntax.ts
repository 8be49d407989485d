// Every script runs on the oldest phone: project.config.json has WeChat transpile nothing, so the build must have.
import { inspectScript } from '../../support/emitted-script';
import type { Package } from '../mini-package';
import type { GateProblem } from './problem';

export function scriptSyntax(pack: Package): GateProblem[] {
  return pack
    .ending('.js')
    .flatMap(({ file, text }) => inspectScript(text).problems.map((what) => ({ file, where: '', what })));
}
