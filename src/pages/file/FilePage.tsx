/** One page, under a minute. Words are kept as they are typed; a failed submit keeps everything. */
import './file.scss';
import { serverNow } from '../../services/server-clock';
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { LONGEST_TEXT } from '../../../types/limits';
import type { OutputOf } from '../../../types/procedures';
import type { ComplaintView, Me } from '../../../types/views';
import { KINDS, type Kind } from '../../../types/vocabulary';
import { ApiError, errorText, fieldError } from '../../services/api-error';
import { useDraft } from '../../services/draft';
import { useEstates, zoneOf } from '../../services/estates';
import { openProfile } from '../../services/navigate';
import { CEILINGS, usePhotos } from '../../services/photos';
import { useCommand } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chips } from '../../ui/Chips';
import { Dialog } from '../../ui/Dialog';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { Stack } from '../../ui/Stack';
import { TextArea } from '../../ui/TextArea';
import { toast } from '../../ui/toast';
import { WORDS as HOME_WORDS } from '../home/words';
import { AlikeIncidents } from './AlikeIncidents';
import { DangerBanner } from './DangerBanner';
import { areaOf, EMPTY_FILING, followingFrom, homeOf, homePlace, OTHER_PLACE, toInput } from './filing';
import { readFiling } from './kept-filing';
import { MoreFields } from './MoreFields';
import { PlaceField } from './PlaceField';
import { ReceiptPage } from './ReceiptPage';
import { Suggestions } from './Suggestions';
import { WORDS } from './words';

const KIND_CHIPS = (['complaint', 'repair', 'inquiry', 'suggestion', 'praise'] as const).map((value) => ({
  value,
  text: KINDS[value],
}));

/** Until the estate's own are known; the server checks those. */
const UNKNOWN_LIMITS = { ...CEILINGS, leastCharacters: 1, mostCharacters: LONGEST_TEXT };

/** With what was reported, which the form has forgotten by then. */
interface Receipt {
  of: OutputOf<'fileComplaint'>;
  description: string;
  estateId: string;
}

interface FilePageProps {
  me: Me;
  firstKind: Kind;
  /** IF-03: the earlier complaint that this one goes on from. */
  follows: Pick<ComplaintView, 'id' | 'number' | 'description' | 'wish'> | null;
}

export function FilePage({ me, firstKind, follows }: FilePageProps) {
  const [kind, setKind] = useState(firstKind);
  const [empty] = useState(() => (follows === null ? EMPTY_FILING : followingFrom(follows)));
  const draft = useDraft(follows === null ? 'file' : `file-after-${follows.id}`, empty, readFiling);
  const filing = draft.value;
  const estates = useEstates();
  const home = homeOf(filing, me.homes);
  const estate = estates.data?.items.find((each) => each.id === home?.estateId);
  const limits = estate?.limits ?? UNKNOWN_LIMITS;
  const photos = usePhotos({
    limits,
    restored: filing.photos,
    onAccepted: (accepted) => draft.change({ photos: accepted }),
  });
  const file = useCommand('fileComplaint');
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [tried, setTried] = useState(false);
  const [askPhotos, setAskPhotos] = useState(false);
  const [showRestored, setShowRestored] = useState(draft.restored);

  if (home === undefined) {
    return (
      <Page title={WORDS.title[kind]}>
        <Empty
          picture="calm"
          text={HOME_WORDS.noHome.text}
          note={HOME_WORDS.noHome.note}
          action={{ text: HOME_WORDS.noHome.act, onPress: openProfile }}
        />
      </Page>
    );
  }
  const zone = zoneOf(estates.data?.items, home.estateId);
  if (receipt !== null)
    return (
      <ReceiptPage
        receipt={receipt.of}
        zone={zone}
        me={me}
        description={receipt.description}
        emergency={estates.data?.items.find((each) => each.id === receipt.estateId)?.emergency ?? []}
      />
    );

  const place = filing.place === '' ? homePlace(home) : filing.place;
  const written = filing.description.trim().length;
  const tooShort =
    written === 0
      ? WORDS.description.missing
      : written < limits.leastCharacters
        ? WORDS.description.tooShort(limits.leastCharacters)
        : undefined;
  const noPlace = place === OTHER_PLACE && filing.placeWords.trim() === '' ? WORDS.place.missing : undefined;

  const send = () => {
    setAskPhotos(false);
    file
      .run((fresh) => ({
        commandId: firstSentAs(fresh),
        kind,
        photos: photos.ids,
        ...toInput({ ...filing, place }, home, serverNow(), zone),
        ...(follows === null ? {} : { followsId: follows.id }),
      }))
      .then(
        (received) => {
          draft.clear();
          setReceipt({ of: received, description: filing.description, estateId: home.estateId });
          void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
        },
        (error: unknown) => {
          // What was sent first is on file; pressing again is another matter.
          if (error instanceof ApiError && error.code === 'alreadyDone') draft.change({ sentAs: '' });
        },
      );
  };
  const firstSentAs = (fresh: string): string => {
    if (filing.sentAs !== '') return filing.sentAs;
    draft.change({ sentAs: fresh });
    return fresh;
  };
  const submit = () => {
    setTried(true);
    if (tooShort !== undefined || noPlace !== undefined) {
      toast(tooShort ?? noPlace ?? '', 'bad');
      return;
    }
    if (photos.failed) setAskPhotos(true);
    else send();
  };
  const startOver = () => {
    draft.clear();
    photos.clear();
    setShowRestored(false);
  };

  return (
    <Page
      title={WORDS.title[kind]}
      problem={file.error ? WORDS.failed(errorText(file.error)) : undefined}
      bar={
        <Button
          text={photos.sending ? WORDS.sendingPhotos : WORDS.submit[kind]}
          busyText={WORDS.busy}
          block
          busy={file.busy}
          disabled={photos.sending}
          onPress={submit}
        />
      }
    >
      <Stack>
        <DangerBanner text={filing.description} numbers={estate?.emergency ?? []} />
        {follows === null ? null : (
          <View className="hy-restored">
            <Text>{WORDS.follows(follows.number)}</Text>
          </View>
        )}
        {showRestored ? (
          <View className="hy-restored">
            <Text>{WORDS.restored.text}</Text>
            <Button text={WORDS.restored.clear} tone="quiet" size="small" onPress={startOver} />
          </View>
        ) : null}
        <Card>
          <Field label={WORDS.kind} group>
            <Chips even options={KIND_CHIPS} value={kind} onChange={(chosen) => chosen && setKind(chosen)} />
          </Field>
          <Field
            label={WORDS.description.label[kind]}
            error={fieldError(file.error, 'description') ?? (tried ? tooShort : undefined)}
          >
            <TextArea
              value={filing.description}
              maxLength={limits.mostCharacters}
              rows={5}
              placeholder={WORDS.description.placeholder[kind]}
              onChange={(description) => draft.change({ description })}
            />
          </Field>
          <Suggestions
            text={filing.description}
            kind={kind}
            onKind={setKind}
            places={estate?.publicPlaces ?? []}
            place={place}
            onPlace={(chosen) => draft.change({ place: chosen })}
          />
          <AlikeIncidents
            text={filing.description}
            area={areaOf({ ...filing, place })}
            home={home}
            zone={zone}
            photos={photos.ids}
            hideIdentity={filing.hideIdentity}
            onHideIdentity={(hideIdentity) => draft.change({ hideIdentity })}
            onJoined={(received) => {
              draft.clear();
              photos.clear();
              setReceipt({ of: received, description: filing.description, estateId: home.estateId });
              void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
            }}
          />
          <Field
            label={WORDS.photos.label}
            hint={estate === undefined ? undefined : WORDS.photos.hint(limits)}
            error={fieldError(file.error, 'photos')}
            optional
            group
          >
            <PhotoPicker photos={photos} />
          </Field>
        </Card>
        <Card>
          <PlaceField
            homes={me.homes}
            places={estate?.publicPlaces ?? []}
            place={place}
            words={filing.placeWords}
            error={
              fieldError(file.error, 'place') ?? fieldError(file.error, 'place.area') ?? (tried ? noPlace : undefined)
            }
            onPlace={(chosen) => draft.change({ place: chosen })}
            onWords={(placeWords) => draft.change({ placeWords })}
          />
        </Card>
        <MoreFields filing={filing} kind={kind} zone={zone} error={file.error} onChange={draft.change} />
      </Stack>
      <Dialog
        open={askPhotos}
        title={WORDS.failedPhotos.title}
        body={WORDS.failedPhotos.body}
        confirmText={WORDS.failedPhotos.go}
        cancelText={WORDS.failedPhotos.back}
        onConfirm={send}
        onCancel={() => setAskPhotos(false)}
      />
    </Page>
  );
}
