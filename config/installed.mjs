// Whether node_modules is what package-lock.json says, and making it so. Runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Installs with `npm ci` when node_modules is missing or not what the lock says.
 * @param {string} root folder of the repository
 * @returns {{ ok: boolean; did: 'nothing' | 'installed' }}
 */
export function ensureInstalled(root) {
  if (isInstalled(root)) return { ok: true, did: 'nothing' };
  console.log('安装依赖（npm ci）…');
  const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return { ok: false, did: 'nothing' };
  writeStamp(root);
  return { ok: true, did: 'installed' };
}

/** @param {string} root @returns {boolean} */
export function isInstalled(root) {
  const stamp = readIfThere(stampFile(root));
  if (stamp === lockHash(root)) return true;
  const installed = readIfThere(path.join(root, 'node_modules/.package-lock.json'));
  if (
    installed === undefined ||
    !sameVersions(JSON.parse(fs.readFileSync(lockFile(root), 'utf8')), JSON.parse(installed))
  ) {
    return false;
  }
  // Someone ran `npm ci` or `npm install` by hand.
  writeStamp(root);
  return true;
}

/** A package that is optional or meant for another platform may be absent. */
function sameVersions(lock, installed) {
  const wanted = Object.entries(lock.packages ?? {}).filter(([name]) => name !== '');
  return (
    wanted.every(([name, { version, optional }]) => {
      const there = installed.packages?.[name]?.version;
      return there === version || (there === undefined && optional === true);
    }) && Object.keys(installed.packages ?? {}).every((name) => name in lock.packages)
  );
}

function lockHash(root) {
  return createHash('sha256')
    .update(fs.readFileSync(lockFile(root)))
    .digest('hex');
}

function writeStamp(root) {
  fs.writeFileSync(stampFile(root), lockHash(root));
}

const lockFile = (root) => path.join(root, 'package-lock.json');
const stampFile = (root) => path.join(root, 'node_modules/.huiyin-lock');

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}
