/** The lists that the numbers open: the register with the very filter by which they are counted. */
import { DIMENSIONS, type Dimension, type Figure, FIGURES } from '../../../types/figures';
import { openRegister } from '../addresses';
import { TEXTS } from './dashboard-texts';

export type OpenFigure = (figure: Figure, part?: { dimension: Dimension; value: string; name: string }) => void;

/** As the register is asked for it. */
const FILTERS: Record<Dimension, string> = { department: 'departmentId', building: 'building', category: 'category' };

export const opensMonth =
  (estateId: string, month: string): OpenFigure =>
  (figure, part) =>
    openRegister({
      estateId,
      month,
      figure,
      ...(part === undefined ? {} : { [FILTERS[part.dimension]]: part.value }),
      said: [
        TEXTS.month(month),
        ...(part === undefined ? [] : [`${DIMENSIONS[part.dimension]} ${part.name}`]),
        FIGURES[figure],
      ].join(' · '),
    });

/** What is going on now. */
export const openNow = (
  estateId: string,
  said: string,
  filter: { open: 'true'; severity?: string } | { due: 'late' | 'soon' },
): void => openRegister({ estateId, ...filter, said: `${TEXTS.now} · ${said}` });
