import * as z from 'zod/mini';
import { ERRORS } from '../../types/errors';
import { PROCEDURES } from '../../types/procedures';

let described: unknown = null;

/** `GET /api`: every procedure with who may call it, what it refuses, and its input and output as JSON Schema. */
export const describeApi = (): unknown => {
  described ??= {
    product: '回音 Huiyin',
    call: 'POST /api/<procedure> with a JSON object; Authorization: Bearer <token>',
    procedures: Object.entries(PROCEDURES).map(([name, { does, who, kind, errors, input, output }]) => ({
      name,
      does,
      who,
      kind,
      errors,
      input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
    })),
    errors: ERRORS,
  };
  return described;
};
