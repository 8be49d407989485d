/** Quality archives what is closed, month by month (CB-09); what can't be archived yet is left for the next time. */
import type { Chance } from '../../localcloud/seed/chance';
import type { ComplaintId, EstateId } from '../../types/ids';
import type { StaffMember } from './cast';
import type { PeopleAtWork, Surroundings } from './people-at-work';
import { DAY, dayOf, isoOf } from './times';

/** Of the mornings of quality. */
const ARCHIVES = 0.15;

/** One archiving of a month from its first page to its last. */
export interface Archived {
  estateId: EstateId;
  /** E.g. 2026-10. */
  month: string;
  /** When it was done. */
  at: string;
  left: ReadonlySet<ComplaintId>;
}

export class Archiving {
  readonly #s: Surroundings;
  readonly done: Archived[] = [];

  constructor(surroundings: Surroundings, work: PeopleAtWork) {
    this.#s = surroundings;
    work.mornings.push((member, at, chance) => this.#morning(member, at, chance));
  }

  async #morning(member: StaffMember, at: number, chance: Chance): Promise<void> {
    if (!member.posts.some(({ role }) => role === 'quality') || !chance.holds(ARCHIVES)) return;
    const months = new Set([at - 31 * DAY, at].map((then) => dayOf(then).slice(0, 7)));
    for (const { id } of this.#s.cast.company.estates)
      for (const month of months) await this.#archive(member, id as EstateId, month, at);
  }

  async #archive(member: StaffMember, estateId: EstateId, month: string, at: number): Promise<void> {
    const left = new Set<ComplaintId>();
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const input = { estateId, month, ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.#s.line.call(member.account, 'archiveMonth', input, at);
      for (const { id } of page.left) left.add(id);
      cursor = page.cursor;
    }
    this.done.push({ estateId, month, at: isoOf(at), left });
  }
}
