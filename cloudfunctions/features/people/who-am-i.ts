import type { UseCase } from '../call';
import { describeMe } from './describe-me';

export const whoAmI: UseCase<'whoAmI'> = (_input, call) => describeMe(call.person, call.platform);
