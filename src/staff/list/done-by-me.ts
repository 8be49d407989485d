/** Which complaints this person has dealt with on this device, wherever they did it: their leaving a list needs no word. */

const done = new Set<string>();

/** Ids of complaints. */
export const doneByMe: ReadonlySet<string> = done;
export const noteDoneByMe = (complaintId: string): void => void done.add(complaintId);
