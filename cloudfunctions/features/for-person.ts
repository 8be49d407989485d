import { Refusal } from '../../types/errors';
import type { ProcedureName } from '../../types/procedures';
import type { PersonUseCase, UseCase } from './call';

/** A use case that needs to know the person, as one that is called with whoever calls. */
export const forPerson =
  <N extends ProcedureName>(useCase: PersonUseCase<N>): UseCase<N> =>
  (input, call) => {
    if (call.person === null) throw new Refusal('consentNeeded');
    return useCase(input, { ...call, person: call.person });
  };
