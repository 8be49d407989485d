/** The case beside a list on a wide screen; an invitation while none is chosen. */
import type { ReactNode } from 'react';
import type { CommandName } from '../../../types/commands';
import type { ComplaintId } from '../../../types/ids';
import { Empty } from '../../ui/Empty';
import { CaseDetail } from '../case/case-detail';
import { Split } from '../layout/split';

export interface Chosen {
  id: ComplaintId;
  command?: CommandName | undefined;
  /** Counts presses, so that the same button opens its form again. */
  press: number;
}

interface Props {
  head?: ReactNode;
  list: ReactNode;
  chosen: Chosen | null;
  onDone?: ((id: ComplaintId) => void) | undefined;
  invite: string;
  inviteNote: string;
}

export function ListWithCase({ head, list, chosen, onDone, invite, inviteNote }: Props) {
  if (chosen === null)
    return <Split head={head} list={list} detail={<Empty picture="letters" text={invite} note={inviteNote} />} />;
  return (
    <CaseDetail key={`${chosen.id}${chosen.press}`} id={chosen.id} open={chosen.command ?? null} onDone={onDone}>
      {({ body, bar }) => <Split head={head} list={list} detail={body} bar={bar} />}
    </CaseDetail>
  );
}
