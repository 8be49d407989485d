import { View } from '@tarojs/components';
import { dueText, timeText } from '../../../../domain/clock/describe';
import type { ComplaintView } from '../../../../types/views';
import { CATEGORIES, CHANNELS, KINDS, RESPONSIBILITIES } from '../../../../types/vocabulary';
import { Card } from '../../../ui/Card';
import { PhotoRow } from '../../../ui/PhotoRow';
import { useNow } from '../../../ui/use-now';
import { TEXTS } from '../case-texts';
import { Facts } from '../facts';
import { MarkedWords } from '../marked-words';

interface Props {
  view: ComplaintView;
}

/** What the resident said, and the facts about it. */
export function Said({ view }: Props) {
  const now = useNow();
  const at = (instant: string) => timeText(instant, now, view.estate);
  return (
    <Card title={TEXTS.said}>
      <MarkedWords
        className="hs-case__said"
        text={view.description}
        words={view.state === 'received' || view.state === 'registered' ? (view.proposal?.why ?? []) : []}
      />
      {view.photos.length > 0 ? (
        <View className="hs-case__photos">
          <PhotoRow photos={view.photos} label={TEXTS.photoOf} />
        </View>
      ) : null}
      <View className="hs-case__facts">
        <Facts
          facts={[
            {
              label: TEXTS.wish,
              value: [view.wish, view.wishBy ? TEXTS.wishBy(dueText(view.wishBy, now, view.estate)) : '']
                .filter((part) => part !== '')
                .join('，'),
            },
            { label: TEXTS.where, value: view.placeText },
            { label: TEXTS.happened, value: view.occurredAt ? at(view.occurredAt) : '' },
            { label: TEXTS.about, value: view.about },
            { label: TEXTS.onBehalfOf, value: view.onBehalfOf },
            { label: TEXTS.kindAndCategory, value: `${KINDS[view.kind]} · ${CATEGORIES[view.category]}` },
            { label: TEXTS.responsibility, value: RESPONSIBILITIES[view.responsibility] },
            {
              label: TEXTS.filed,
              value: `${at(view.filedAt)} · ${CHANNELS[view.channel]}${view.boxDay === null ? '' : `（${view.boxDay} 开箱）`} · ${view.estate.name}`,
            },
            {
              label: TEXTS.follows,
              value: [view.follows, ...view.followedBy]
                .map((each) => each?.number ?? '')
                .filter((n) => n !== '')
                .join('、'),
            },
            view.firstContact
              ? {
                  label: TEXTS.firstContact,
                  value: view.firstContact.confirmed
                    ? view.firstContact.name
                    : `${view.firstContact.name}（${TEXTS.unconfirmed}）`,
                }
              : null,
          ]}
        />
      </View>
    </Card>
  );
}
