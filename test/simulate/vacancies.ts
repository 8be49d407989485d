/** Posts that stand empty for a while: escalations pass upward then, and somebody else takes over. */
import type { Cast } from './cast';
import type { SimulationOptions } from './options';
import { BEGIN, DAY } from './times';
import type { Year } from './year';

export const planVacancies = (year: Year, cast: Cast, { days }: SimulationOptions): void => {
  const on = (share: number, act: (at: number) => Promise<void>) =>
    year.plan(BEGIN + Math.floor(days * share) * DAY + 3_600_000, 'vacancy', act);
  const [first] = cast.company.estates;
  const last = cast.company.estates.at(-1);
  if (first === undefined || last === undefined) return;
  const head = `${first.id}-order-head`;
  const successor = `${first.id}-order-handler-1`;
  const leave = (key: string) => (at: number) => cast.reassign(cast.memberByKey(key), [], at);
  const comeBack = (key: string) => {
    const { posts } = cast.memberByKey(key);
    return (at: number) => cast.reassign(cast.memberByKey(key), posts, at);
  };
  // The head of one department leaves; a handler takes over three weeks of a year later.
  const formerPosts = cast.memberByKey(head).posts;
  on(0.25, leave(head));
  on(0.31, (at) => {
    const member = cast.memberByKey(successor);
    return cast.reassign(member, [...member.posts, ...formerPosts], at);
  });
  // Leave of absence of a supervisor and of a manager.
  const supervisor = `${first.id}-supervisor`;
  on(0.5, leave(supervisor));
  on(0.58, comeBack(supervisor));
  const manager = `${last.id}-manager`;
  on(0.7, leave(manager));
  on(0.74, comeBack(manager));
};
