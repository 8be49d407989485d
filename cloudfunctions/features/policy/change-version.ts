/** The one way in which versions are made: two who change the same at once don't overwrite each other, one is told. */
import type { SettingChanged } from '../../../domain/policy/change';
import { Refusal } from '../../../types/errors';
import type { CommandId } from '../../../types/ids';
import { actOf, digestOf } from '../act';
import type { PersonCall } from '../call';
import { keepVersion, loadVersion, type Owner, type StoredVersion } from './stored-version';

export interface VersionChange<T> {
  owner: Owner;
  commandId: CommandId;
  /** The version that the person was looking at; 0 when nothing had been changed. */
  seen: number;
  why: string;
  /** What was sent, to tell a repetition from another act. */
  sent: object;
  /** The version in force, read anew, and how to put another in its place. */
  load: () => Promise<InForce<T>>;
}

export interface InForce<T> {
  head: StoredVersion<T> | undefined;
  /** @throws Refusal badInput by field */
  next: () => { content: T; changes: readonly SettingChanged[] };
  /** Compare and set; false when somebody else changed something meanwhile. */
  replace: (version: StoredVersion<T>) => Promise<boolean>;
}

const ROUNDS = 5;

/** @throws Refusal changedMeanwhile with who, when and why; alreadyDone when the same act was sent with other content */
export async function changeVersion<T>(change: VersionChange<T>, call: PersonCall): Promise<StoredVersion<T>> {
  const { owner, seen, why } = change;
  const { person, now, platform } = call;
  const { database, log } = platform;
  const commandId = actOf(person, change.commandId);
  const digest = digestOf(change.sent);
  for (let round = 0; round < ROUNDS; round += 1) {
    const { head, next, replace } = await change.load();
    const current = head?.version ?? 0;
    if (current !== seen) {
      const made = head !== undefined && current === seen + 1 ? head : await loadVersion<T>(owner, seen + 1, database);
      if (made?.commandId !== commandId) throw changedMeanwhile(head);
      if (made.digest !== digest) throw new Refusal('alreadyDone');
      return made;
    }
    const version: StoredVersion<T> = {
      owner,
      version: seen + 1,
      ...next(),
      why,
      by: { personId: person.id, name: person.staffName },
      at: now,
      commandId,
      digest,
    };
    // What the last change may have left behind, before it is gone from where it stands.
    if (head !== undefined) await keepVersion(head, database);
    if (!(await replace(version))) continue;
    try {
      await keepVersion(version, database);
    } catch (error) {
      log.error('a version is kept by the next change', error, { owner, version: version.version });
    }
    return version;
  }
  throw new Refusal('unavailable');
}

const changedMeanwhile = (head: StoredVersion | undefined): Refusal =>
  head === undefined
    ? new Refusal('changedMeanwhile')
    : new Refusal('changedMeanwhile', {
        message: `${head.by.name} 刚刚修改过（第 ${head.version} 版，原因：${head.why}），您的修改没有保存。请查看最新的设置后再改。`,
        details: { by: head.by.name, what: head.why, at: head.at, version: head.version },
      });
