/** Which use case carries out which procedure. */
import type { ProcedureName } from '../../types/procedures';
import type { UseCase } from './call';

export type UseCases = { readonly [N in ProcedureName]: UseCase<N> };

export const USE_CASES: Partial<UseCases> = {};
