/** The floor a room number names: 501 → 5, 1203 → 12, B102 → -1; 0 when it says none. For the order of a walk. */
export const floorOf = (room: string): number => {
  const found = /^(b|负|-)?(\d{1,3}?)\d{2}$/i.exec(room.trim());
  if (found === null) return 0;
  return Number(found[2]) * (found[1] === undefined ? 1 : -1);
};
