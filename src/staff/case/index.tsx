import { useQueryClient } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CommandName } from '../../../types/commands';
import { ComplaintId } from '../../../types/ids';
import { WAY_TO_DESK } from '../../services/navigate';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { openVisit } from '../addresses';
import { useDeskFilter } from '../desk/desk-filter';
import { DutyList } from '../desk/duty-list';
import { useDuties } from '../desk/use-duties';
import { Page } from '../layout/page';
import { useWideScreen } from '../layout/wide-screen';
import { type Chosen, ListWithCase } from '../list/list-with-case';
import { CaseDetail } from './case-detail';
import { TEXTS } from './case-texts';

/** Everything about one complaint: `?id=`, and `&do=` for the command whose form opens at once. */
export default function Case() {
  const { params } = useRouter();
  const client = useQueryClient();
  const wide = useWideScreen();
  usePullDownRefresh(() => {
    void client.invalidateQueries({ queryKey: ['getComplaint'] }).finally(() => Taro.stopPullDownRefresh());
  });
  const id = ComplaintId.safeParse(params['id'] ?? '');
  const command = CommandName.safeParse(params['do']);
  if (!id.success)
    return (
      <Page title={TEXTS.title}>
        <ErrorBlock text={TEXTS.missingId} way={WAY_TO_DESK} />
      </Page>
    );
  const open = command.success ? command.data : undefined;
  if (wide) return <BesideDuties first={{ id: id.data, command: open, press: 0 }} />;
  return (
    <CaseDetail id={id.data} open={open}>
      {({ body, bar }) => (
        <Page title={TEXTS.title} width="wide" bar={bar}>
          {body}
        </Page>
      )}
    </CaseDetail>
  );
}

/** On a wide screen my duties stand beside it, so that the next one is a press away. */
function BesideDuties({ first }: { first: Chosen }) {
  const only = useDeskFilter((filter) => filter.only);
  const duties = useDuties(only);
  const [chosen, setChosen] = useState(first);
  const choose = (id: ComplaintId, command?: CommandName) => {
    if (command === 'recordCallback') openVisit(id);
    // Opening it is the act (DP-02).
    else setChosen(({ press }) => ({ id, command: command === 'acknowledge' ? undefined : command, press: press + 1 }));
  };
  return (
    <Page title={TEXTS.title} width="wide" flush>
      <ListWithCase
        list={<DutyList key={only} duties={duties} chosen={chosen.id} onOpen={choose} />}
        chosen={chosen}
        invite=""
        inviteNote=""
      />
    </Page>
  );
}
