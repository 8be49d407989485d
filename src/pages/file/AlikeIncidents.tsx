/**
 * IN-07: what is being dealt with already and reads like what is being written. Joining is one tap; writing on is as it was.
 * Without network, or when nothing fits, nothing stands here.
 */
import './alike-incidents.scss';
import { Text, View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dueText } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { IncidentId, PhotoId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import type { HomeView } from '../../../types/views';
import { call } from '../../services/api';
import { errorText } from '../../services/api-error';
import { openComplaint } from '../../services/navigate';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Switch } from '../../ui/Switch';
import { toast } from '../../ui/toast';
import { useNow } from '../../ui/use-now';
import { useRested } from './use-rested';
import { WORDS } from './words';

const REST_MS = 800;
const ENOUGH_CHARACTERS = 6;
const MOST_WORDS = 1500;

interface AlikeIncidentsProps {
  text: string;
  /** The public place chosen so far; empty when none is. */
  area: string;
  home: HomeView;
  zone: Zone;
  photos: readonly PhotoId[];
  /** IN-09 */
  hideIdentity: boolean;
  onHideIdentity: (hide: boolean) => void;
  /** What was typed is taken along with the joining. */
  onJoined: (receipt: OutputOf<'joinIncident'>) => void;
}

export function AlikeIncidents({
  text,
  area,
  home,
  zone,
  photos,
  hideIdentity,
  onHideIdentity,
  onJoined,
}: AlikeIncidentsProps) {
  const now = useNow();
  const rested = useRested(text.trim(), REST_MS);
  const join = useCommand('joinIncident');
  const enough = rested.length >= ENOUGH_CHARACTERS;
  const alike = useQuery({
    queryKey: ['alikeIncidents', home.id, area, rested],
    queryFn: () => call('alikeIncidents', { homeId: home.id, text: rested, area }),
    enabled: enough,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const items = alike.data?.items ?? [];
  if (!enough || items.length === 0) return null;
  const joins = (incidentId: IncidentId) => {
    join
      .run((commandId) => ({
        commandId,
        incidentId,
        homeId: home.id,
        words: text.trim().slice(0, MOST_WORDS),
        photos: [...photos],
        hideIdentity,
      }))
      .then(onJoined, (error: unknown) => toast(errorText(error), 'bad'));
  };
  return (
    <View className="hy-alike" ariaRole="status">
      <Text className="hy-alike__title">{WORDS.alike.title}</Text>
      {items.map((item) => (
        <View key={item.id} className="hy-alike__item">
          <View className="hy-alike__words">
            <Text className="hy-alike__summary">{item.summary}</Text>
            <Text className="hy-alike__note">
              {[
                WORDS.alike.homes(item.homes),
                item.progressText,
                item.dueAt === null ? '' : dueText(item.dueAt, now, zone),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Text>
          </View>
          {item.joinedAs === null ? (
            <Button
              text={WORDS.alike.join}
              label={`${WORDS.alike.join}：${item.summary}`}
              tone="secondary"
              size="small"
              busy={join.busy}
              onPress={() => joins(item.id)}
            />
          ) : (
            <Button
              text={WORDS.alike.joined}
              tone="quiet"
              size="small"
              onPress={() => openComplaint(item.joinedAs ?? '')}
            />
          )}
        </View>
      ))}
      {items.some((item) => item.joinedAs === null) ? (
        <Switch title={WORDS.more.hide.title} note={WORDS.more.hide.note} on={hideIdentity} onChange={onHideIdentity} />
      ) : null}
      <Text className="hy-alike__note">{WORDS.alike.note}</Text>
    </View>
  );
}
