import * as z from 'zod/mini';
import { HomeId } from './ids';
import { optionalWords } from './text';

/** Where it happened: one of the resident's homes, a public place of the estate, or words of their own. */
export const Place = z.object({
  homeId: z.optional(HomeId),
  building: optionalWords('楼栋', 20),
  unit: optionalWords('单元', 20),
  room: optionalWords('房号', 20),
  /** A public place, e.g. 地下车库, 3 栋电梯. */
  area: optionalWords('地点', 60),
});
export type Place = z.infer<typeof Place>;
