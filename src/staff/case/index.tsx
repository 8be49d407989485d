import { useQueryClient } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { CommandName } from '../../../types/commands';
import { ComplaintId } from '../../../types/ids';
import { WAY_TO_DESK } from '../../services/navigate';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../../ui/Page';
import { CaseDetail } from './case-detail';
import { TEXTS } from './case-texts';

/** Everything about one complaint: `?id=`, and `&do=` for the command whose form opens at once. */
export default function Case() {
  const { params } = useRouter();
  const client = useQueryClient();
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
  return (
    <CaseDetail id={id.data} open={command.success ? command.data : null}>
      {({ body, bar }) => (
        <Page title={TEXTS.title} width="wide" bar={bar}>
          {body}
        </Page>
      )}
    </CaseDetail>
  );
}
