/** The callback by survey (CB-03, CB-05): three taps are enough. */
import './survey.scss';
import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { ComplaintView } from '../../../types/views';
import type { Satisfaction } from '../../../types/vocabulary';
import { errorText, fieldError } from '../../services/api-error';
import { useDraft } from '../../services/draft';
import { keptText } from '../../services/kept';
import { goToTab, replaceByComplaint } from '../../services/navigate';
import { usePhotos } from '../../services/photos';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Empty } from '../../ui/Empty';
import { Faces } from '../../ui/Faces';
import { Field } from '../../ui/Field';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { PhotoRow } from '../../ui/PhotoRow';
import { Pressable } from '../../ui/Pressable';
import { Stack } from '../../ui/Stack';
import { Switch } from '../../ui/Switch';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { WORDS } from './words';

interface SurveyFormProps {
  view: ComplaintView;
  /** Shown when no answer is wanted any more. */
  over: ReactNode;
}

const EMPTY = { text: '' };
const readWords = (kept: unknown) => {
  const text = keptText(kept, 'text');
  return text === '' ? null : { text };
};

export function SurveyForm({ view, over }: SurveyFormProps) {
  const [solved, setSolved] = useState<boolean | null>(null);
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [wantsFollowUp, setWantsFollowUp] = useState(false);
  const [tried, setTried] = useState(false);
  const [answered, setAnswered] = useState<{ reopened: boolean } | null>(null);
  const draft = useDraft(`survey:${view.id}`, EMPTY, readWords);
  const photos = usePhotos({ limits: view.limits });
  const answer = useCommand('answerSurvey');

  if (answered !== null) return <Thanks id={view.id} reopened={answered.reopened} />;
  if (!view.actions.includes('answerSurvey')) return over;

  const submit = () => {
    setTried(true);
    if (solved === null || satisfaction === null) return;
    const words = draft.value.text.trim();
    const { round } = view;
    answer
      .run((commandId) => ({
        commandId,
        complaintId: view.id,
        solved,
        satisfaction,
        wantsFollowUp,
        photos: photos.ids,
        ...(words === '' ? {} : { words }),
      }))
      .then(
        (after) => {
          draft.clear();
          setAnswered({ reopened: after.round > round });
        },
        (error: unknown) => toast(errorText(error), 'bad'),
      );
  };

  return (
    <Page
      title={WORDS.title}
      bar={
        <Button
          text={WORDS.submit}
          busyText={WORDS.busy}
          block
          busy={answer.busy}
          disabled={photos.sending}
          onPress={submit}
        />
      }
    >
      <Stack>
        <Card tone="soft">
          <Text className="hy-survey__what">{view.result?.result ?? view.description}</Text>
          {view.result ? <PhotoRow photos={view.result.photos} label={WORDS.photos} /> : null}
          <Text className="hy-survey__lead">{WORDS.lead}</Text>
        </Card>
        <Card>
          <Field label={WORDS.solved.label} error={tried && solved === null ? WORDS.solved.missing : undefined} group>
            <View className="hy-survey__pair" ariaRole="radiogroup" ariaLabel={WORDS.solved.label}>
              <Choice text={WORDS.solved.yes} icon="check" chosen={solved === true} onPress={() => setSolved(true)} />
              <Choice text={WORDS.solved.no} icon="close" chosen={solved === false} onPress={() => setSolved(false)} />
            </View>
          </Field>
          <Field
            label={WORDS.faces.label}
            error={tried && satisfaction === null ? WORDS.faces.missing : undefined}
            group
          >
            <Faces value={satisfaction} onChange={setSatisfaction} />
          </Field>
        </Card>
        <Card>
          <Switch
            title={WORDS.followUp.title}
            note={WORDS.followUp.note}
            on={wantsFollowUp}
            onChange={setWantsFollowUp}
          />
        </Card>
        <Card>
          <Field label={WORDS.words.label} error={fieldError(answer.error, 'words')} optional>
            <TextArea
              value={draft.value.text}
              maxLength={2000}
              rows={2}
              placeholder={WORDS.words.placeholder}
              onChange={(text) => draft.change({ text })}
            />
          </Field>
          <Field label={WORDS.photos} optional group>
            <PhotoPicker photos={photos} />
          </Field>
        </Card>
      </Stack>
    </Page>
  );
}

function Choice({
  text,
  icon,
  chosen,
  onPress,
}: {
  text: string;
  icon: 'check' | 'close';
  chosen: boolean;
  onPress: () => void;
}) {
  return (
    <Pressable
      className={`hy-survey__choice ${chosen ? 'is-chosen' : ''}`}
      role="radio"
      checked={chosen}
      label={text}
      onPress={onPress}
    >
      <View className="hy-survey__choice-inside">
        <Icon name={icon} />
        <Text>{text}</Text>
      </View>
    </Pressable>
  );
}

function Thanks({ id, reopened }: { id: string; reopened: boolean }) {
  return (
    <Page
      title={WORDS.title}
      first
      bar={
        <>
          <Button text={WORDS.home} tone="secondary" block onPress={() => goToTab('home')} />
          <Button text={WORDS.see} block onPress={() => replaceByComplaint(id)} />
        </>
      }
    >
      <Empty picture="done" text={reopened ? WORDS.thanks.again : WORDS.thanks.good} />
    </Page>
  );
}
