import { View } from '@tarojs/components';
import type { ComplaintView } from '../../../../types/views';
import { Card } from '../../../ui/Card';
import { TEXTS } from '../case-texts';
import { Facts } from '../facts';
import { ResidentCall } from '../resident-call';

interface Props {
  view: ComplaintView;
}

/** Whose complaint it is, and who works on it. */
export function People({ view }: Props) {
  return (
    <Card title={TEXTS.resident}>
      <ResidentCall view={view} />
      <View className="hs-case__facts">
        <Facts
          facts={[
            { label: TEXTS.department, value: view.department?.name ?? TEXTS.noDepartment },
            { label: TEXTS.handler, value: view.handler?.name ?? TEXTS.noHandler },
          ]}
        />
      </View>
    </Card>
  );
}
