/** `2026-11` → 11 月. */
export const monthText = (month: string): string => `${Number(month.slice(5, 7))} 月`;

/** A share of 0–1 in whole percent. Rounded down, so that 100 is only said when all were. */
export const percentText = (share: number): string => String(Math.floor(share * 100 + 1e-9));
