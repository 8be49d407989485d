/** The case beside a list on a wide screen; an invitation while none is chosen. */
import type { ReactNode } from 'react';
import type { CommandName } from '../../../types/commands';
import type { ComplaintId } from '../../../types/ids';
import { Empty } from '../../ui/Empty';
import { CaseDetail } from '../case/case-detail';
import { DetailPane, Split } from '../layout/split';

export interface Chosen {
  id: ComplaintId;
  command?: CommandName | undefined;
  /** Counts presses, so that the same button opens its form again. */
  press: number;
}

interface Props {
  top?: ReactNode;
  head?: ReactNode;
  list: ReactNode;
  chosen: Chosen | null;
  invite: string;
  inviteNote: string;
}

export function ListWithCase({ top, head, list, chosen, invite, inviteNote }: Props) {
  const detail =
    chosen === null ? (
      <DetailPane body={<Empty picture="letters" text={invite} note={inviteNote} />} />
    ) : (
      <CaseDetail key={`${chosen.id}${chosen.press}`} id={chosen.id} open={chosen.command ?? null}>
        {({ body, bar }) => <DetailPane body={body} bar={bar} />}
      </CaseDetail>
    );
  return <Split top={top} head={head} list={list} detail={detail} />;
}
