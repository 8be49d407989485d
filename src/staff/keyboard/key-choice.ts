/** Whether the person wants single keys on this device: a speech input or a cat on the keyboard would set them off (WCAG 2.1.4). */
import { create } from 'zustand';
import { readStored, store } from '../../services/storage';

const KEPT = 'single-keys';

export const useKeyChoice = create<{ wanted: boolean }>(() => ({ wanted: readStored(KEPT) !== false }));

export function chooseKeys(wanted: boolean): void {
  store(KEPT, wanted);
  useKeyChoice.setState({ wanted });
}
