import './Toaster.scss';
import { Text, View } from '@tarojs/components';
import { Icon } from './Icon';
import { useToast } from './toast';

export function Toaster() {
  const message = useToast((state) => state.message);
  return (
    <View className="hy-toaster" ariaRole="status">
      {message ? (
        <View className={`hy-toast hy-toast--${message.tone}`}>
          {message.tone === 'plain' ? null : <Icon name={message.tone === 'good' ? 'check' : 'alert'} />}
          <Text>{message.text}</Text>
        </View>
      ) : null}
    </View>
  );
}
