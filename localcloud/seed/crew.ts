/** Who does what in each estate, by key. */
import type { DepartmentKey, EstateKey } from './estates';

type Keys = readonly [string, ...string[]];

export interface Crew {
  receptionists: Keys;
  supervisor: string;
  manager: string;
  patrol: Keys;
  heads: Record<DepartmentKey, string>;
  handlers: Record<DepartmentKey, Keys>;
}

export const CREW: Record<EstateKey, Crew> = {
  chunhe: {
    receptionists: ['receptionist-chen', 'receptionist-xu'],
    supervisor: 'supervisor-zhou',
    manager: 'manager-sun',
    patrol: ['patrol-liu', 'patrol-gao'],
    heads: {
      desk: 'head-service',
      service: 'head-service',
      engineering: 'head-engineering',
      environment: 'head-environment',
      order: 'head-order',
      marketing: 'head-marketing',
    },
    handlers: {
      desk: ['handler-jiang'],
      service: ['handler-jiang', 'handler-shen'],
      engineering: ['handler-wang', 'handler-he', 'handler-pan'],
      environment: ['handler-ma', 'handler-tan'],
      order: ['handler-lei', 'handler-dong'],
      marketing: ['handler-zou', 'handler-bai'],
    },
  },
  yunqi: {
    receptionists: ['receptionist-yu', 'receptionist-fang'],
    supervisor: 'supervisor-ye',
    manager: 'manager-tao',
    patrol: ['patrol-lu', 'patrol-ren'],
    heads: {
      desk: 'head-service',
      service: 'head-service',
      engineering: 'head-engineering',
      environment: 'head-environment',
      order: 'head-order-yunqi',
      marketing: 'head-marketing',
    },
    handlers: {
      desk: ['handler-mei'],
      service: ['handler-mei', 'handler-shen'],
      engineering: ['handler-luo', 'handler-he'],
      environment: ['handler-qiu', 'handler-tan'],
      order: ['handler-shi', 'handler-kong'],
      marketing: ['handler-zou', 'handler-bai'],
    },
  },
};
