import './welcome.scss';
import { Text, View } from '@tarojs/components';
import { errorText } from '../services/api-error';
import { keepMe } from '../services/me';
import { useCommand, useProcedure } from '../services/query';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorBlock } from '../ui/ErrorBlock';
import { Icon } from '../ui/Icon';
import { Page } from '../ui/Page';
import { Skeleton } from '../ui/Skeleton';
import { Stack } from '../ui/Stack';
import { Steps } from '../ui/Steps';
import { toast } from '../ui/toast';
import { Notice } from './Notice';
import { WORDS } from './words';

export function Consent() {
  const notice = useProcedure('privacyNotice', {});
  const agree = useCommand('agreeToPrivacyNotice');
  const version = notice.data?.version;
  const submit = () => {
    if (version === undefined) return;
    agree.run(() => ({ version })).then(keepMe, (error: unknown) => toast(errorText(error), 'bad'));
  };
  return (
    <Page
      title={WORDS.title}
      first
      bar={
        <Button
          text={WORDS.consent.agree}
          busyText={WORDS.consent.busy}
          block
          busy={agree.busy}
          disabled={version === undefined}
          onPress={submit}
        />
      }
    >
      <Stack gap="large">
        <View className="hy-welcome__hero">
          <View className="hy-welcome__echo" />
          <Text className="hy-welcome__slogan">{WORDS.slogan}</Text>
          {WORDS.promises.map((promise) => (
            <View key={promise.text} className="hy-welcome__promise">
              <Icon name={promise.icon} />
              <Text>{promise.text}</Text>
            </View>
          ))}
        </View>
        <Steps names={WORDS.steps} now={0} />
        {notice.data ? (
          <Card title={notice.data.title}>
            <Notice sections={notice.data.sections} />
          </Card>
        ) : notice.isError ? (
          <ErrorBlock text={errorText(notice.error)} busy={notice.isFetching} onRetry={() => void notice.refetch()} />
        ) : (
          <Skeleton cards={2} />
        )}
        <View className="hy-welcome__small">
          <Text>{`${WORDS.consent.lead}${WORDS.consent.otherwise}`}</Text>
        </View>
      </Stack>
    </Page>
  );
}
