/** A mini program runs once; in a browser several tabs do (exclusively.h5.ts). */
export const exclusively = <T>(_what: string, run: () => Promise<T>): Promise<T> => run();
