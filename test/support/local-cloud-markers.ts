import fs from 'node:fs';
import path from 'node:path';
import { filesUnder } from './files';

/** Words that only the local cloud says. Signing in as anybody must not exist in what is deployed. */
export const LOCAL_CLOUD_MARKERS = ['/local/login', '/local/people', '/local/phone', 'LocalCloud'];

/** @returns `file: marker` for each marker found in the built files */
export function localCloudIn(folder: string): string[] {
  return filesUnder(folder).flatMap((file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    return LOCAL_CLOUD_MARKERS.filter((marker) => text.includes(marker)).map((marker) => `${file}: ${marker}`);
  });
}
