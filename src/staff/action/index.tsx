import { useQueryClient } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro';
import { ActionId } from '../../../types/ids';
import { WAY_TO_DESK } from '../../services/navigate';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Page } from '../layout/page';
import { ActionDetail } from './action-detail';
import { TEXTS } from './action-texts';

/** One corrective and preventive action, with what this person may do: `?id=`. */
export default function Action() {
  const { params } = useRouter();
  const client = useQueryClient();
  usePullDownRefresh(() => {
    void client.invalidateQueries({ queryKey: ['getAction'] }).finally(() => Taro.stopPullDownRefresh());
  });
  const id = ActionId.safeParse(params['id'] ?? '');
  if (!id.success)
    return (
      <Page title={TEXTS.title}>
        <ErrorBlock text={TEXTS.missingId} way={WAY_TO_DESK} />
      </Page>
    );
  return <ActionDetail id={id.data} />;
}
