import './resident-call.scss';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { ComplaintView } from '../../../types/views';
import { call } from '../../services/api';
import { Button } from '../../ui/Button';
import { TEXTS } from './case-texts';

/** Who complained, as far as this person may see, with one tap to call. */
export function ResidentCall({ view }: { view: Pick<ComplaintView, 'id' | 'resident' | 'identityHidden'> }) {
  const { resident } = view;
  if (resident === null)
    return <Text className="hs-resident__none">{view.identityHidden ? TEXTS.hidden : TEXTS.unknownResident}</Text>;
  const callable = /^\d{7,12}$/.test(resident.phone.replace(/[\s-]/g, ''));
  return (
    <View className="hs-resident">
      <View className="hs-resident__words">
        <Text className="hs-resident__name">
          {[resident.name, resident.homeText].filter((part) => part !== '').join(' · ')}
        </Text>
        {resident.phone === '' ? null : <Text className="hs-resident__phone">{resident.phone}</Text>}
      </View>
      {callable ? (
        <Button
          text={TEXTS.callResident}
          tone="secondary"
          size="small"
          icon="phone"
          onPress={() => {
            // PV-01: a line in the resident's log; the call doesn't wait for it.
            void call('noteCall', { complaintId: view.id }).catch(() => undefined);
            void Taro.makePhoneCall({ phoneNumber: resident.phone });
          }}
        />
      ) : null}
    </View>
  );
}
