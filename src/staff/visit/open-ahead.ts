/** In the mini program the pages of the staff come to the phone together; on H5 each by itself (open-ahead.h5.ts). */
export const openAhead = (_pages: readonly string[]): Promise<boolean> => Promise.resolve(true);
