import '../case/forms/form.scss';
import './intake.scss';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { RoutineId } from '../../../types/ids';
import type { OutputOf } from '../../../types/procedures';
import { CHANNELS, KINDS, Kind, STAFF_CHANNELS } from '../../../types/vocabulary';
import { errorText, fieldError } from '../../services/api-error';
import { DangerBanner } from '../../pages/file/DangerBanner';
import { useDraft } from '../../services/draft';
import { usePhotos } from '../../services/photos';
import { useCommand, usePages, useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chips } from '../../ui/Chips';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Field } from '../../ui/Field';
import { Page } from '../layout/page';
import { PhotoPicker } from '../../ui/PhotoPicker';
import { Skeleton } from '../../ui/Skeleton';
import { Switch } from '../../ui/Switch';
import { TextArea } from '../../ui/TextArea';
import { TextInput } from '../../ui/TextInput';
import { toast } from '../../ui/toast';
import { openCase } from '../addresses';
import { optionsOf } from '../case/forms/vocabulary-options';
import { ProposalBox } from '../case/proposal-box';
import { ComplaintRow } from '../list/complaint-row';
import { FindHome } from './find-home';
import { EMPTY_INTAKE, intakeInput, readIntake, togetherOf } from './intake-draft';
import { TEXTS } from './intake-texts';
import { SayBack } from './say-back';
import { ShortcutArea } from './shortcut-area';
import { useSettled } from './use-settled';

type Estate = OutputOf<'describeEstates'>['items'][number];

/** IN-02: records what a resident said by phone, at the desk, by letter or box. */
export default function Intake() {
  const estates = useProcedure('describeEstates', {});
  const [first] = estates.data?.items ?? [];
  if (estates.data !== undefined && first !== undefined)
    return <IntakeForm estates={estates.data.items} first={first} />;
  return (
    <Page title={TEXTS.title}>
      {estates.data !== undefined ? (
        <Empty picture="letters" text={TEXTS.noEstate} />
      ) : estates.error ? (
        <ErrorBlock text={errorText(estates.error)} onRetry={() => void estates.refetch()} />
      ) : (
        <Skeleton />
      )}
    </Page>
  );
}

const SETTLE_MS = 400;
/** From so many characters on it is asked what they may be about. */
const ENOUGH_TO_GUESS = 5;
const PLACE_AT_HOME = 'home';

function IntakeForm({ estates, first }: { estates: readonly Estate[]; first: Estate }) {
  const { value: draft, change, clear, restored } = useDraft('intake', EMPTY_INTAKE, readIntake);
  const record = useCommand('recordComplaint');
  const [receipt, setReceipt] = useState<OutputOf<'recordComplaint'> | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const estate = estates.find((each) => each.id === draft.estateId) ?? first;
  const { leastCharacters, mostCharacters } = estate.limits;
  const photos = usePhotos({
    limits: estate.limits,
    restored: draft.photos,
    onAccepted: (accepted) => change({ photos: accepted }),
  });

  const text = useSettled(draft.text.trim(), SETTLE_MS);
  const suggested = useProcedure('suggestClassification', { text }, { enabled: text.length >= ENOUGH_TO_GUESS });
  const proposal = text.length >= ENOUGH_TO_GUESS ? suggested.data : undefined;

  // Opened from where the channel is known, e.g. the suggestion box (IN-04).
  const { params } = useRouter();
  const box = RoutineId.safeParse(params['boxId']).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened; afterwards it is the person's to change
  useEffect(() => {
    const channel = STAFF_CHANNELS.find((each) => each === params['channel']);
    const known = estates.find(({ id }) => id === params['estateId']);
    if (channel !== undefined) change({ channel, ...(known === undefined ? {} : { estateId: known.id }) });
  }, []);

  useEffect(() => {
    if (restored) toast(TEXTS.restored);
  }, [restored]);

  const save = () => {
    const found: Record<string, string> = {};
    if (draft.text.trim().length < leastCharacters) found['description'] = TEXTS.tooShort(leastCharacters);
    if (togetherOf(draft.together) === null) found['groupSize'] = TEXTS.togetherWrong;
    if (photos.sending) found['photos'] = TEXTS.photosOnTheirWay;
    setProblems(found);
    const [wrong] = Object.values(found);
    if (wrong !== undefined) {
      toast(wrong, 'bad');
      return;
    }
    record
      .run((commandId) => ({
        ...intakeInput(draft, estate.id, commandId),
        ...(box !== undefined && draft.channel === 'suggestionBox' && estate.id === params['estateId']
          ? { boxId: box }
          : {}),
      }))
      .then((saved) => {
        clear();
        photos.clear();
        setReceipt(saved);
      })
      .catch((error: unknown) => toast(errorText(error), 'bad'));
  };
  const problemOf = (field: string) => problems[field] ?? fieldError(record.error, field);

  if (receipt !== null)
    return (
      <Page title={TEXTS.savedTitle}>
        <SayBack receipt={receipt} zone={estate} onAnother={() => setReceipt(null)} />
      </Page>
    );

  const saving = (
    <View className="hs-intake__save">
      <Button
        text={TEXTS.startAnew}
        tone="quiet"
        onPress={() => {
          clear();
          photos.clear();
        }}
      />
      <Button text={TEXTS.save} busy={record.busy} busyText={TEXTS.saving} block onPress={save} />
      <Text className="hs-intake__key">{TEXTS.saveHint}</Text>
    </View>
  );
  return (
    <Page title={TEXTS.title} width="wide" bar={saving}>
      <ShortcutArea onSave={save}>
        <View className="hs-intake">
          <View className="hs-intake__form">
            <DangerBanner text={draft.text} numbers={estate.emergency} toCaller />
            <Card>
              {estates.length > 1 ? (
                <Field label={TEXTS.estate} group>
                  <Chips
                    options={estates.map(({ id, name }) => ({ value: id, text: name }))}
                    value={estate.id}
                    onChange={(estateId) => change({ estateId, home: null })}
                  />
                </Field>
              ) : null}
              <Field label={TEXTS.channel} group>
                <Chips
                  options={optionsOf(CHANNELS, STAFF_CHANNELS)}
                  value={draft.channel}
                  onChange={(channel) => channel && change({ channel })}
                />
              </Field>
              <FindHome
                key={estate.id}
                estateId={estate.id}
                value={draft.home}
                onChange={(home) => change({ home, atHome: home === null ? false : draft.atHome })}
              />
              <View className="hs-intake__pair">
                <Field label={TEXTS.caller} error={problemOf('caller.name')} optional>
                  <TextInput
                    value={draft.callerName}
                    onChange={(callerName) => change({ callerName })}
                    placeholder={TEXTS.callerPlaceholder}
                    maxLength={20}
                  />
                </Field>
                <Field label={TEXTS.phone} error={problemOf('caller.phone')} optional>
                  <TextInput
                    value={draft.callerPhone}
                    onChange={(callerPhone) => change({ callerPhone })}
                    placeholder={TEXTS.phonePlaceholder}
                    kind="phone"
                    maxLength={20}
                  />
                </Field>
              </View>
              <Field label={TEXTS.said} error={problemOf('description')}>
                <TextArea
                  value={draft.text}
                  onChange={(said) => change({ text: said })}
                  placeholder={TEXTS.saidPlaceholder}
                  maxLength={mostCharacters}
                  rows={5}
                />
              </Field>
              <Field
                label={TEXTS.kind}
                hint={
                  proposal && proposal.kind.value !== draft.kind
                    ? TEXTS.kindProposed(KINDS[proposal.kind.value], proposal.kind.confidence)
                    : undefined
                }
                group
              >
                <Chips
                  options={optionsOf(KINDS, Kind.options)}
                  value={draft.kind}
                  onChange={(kind) => kind && change({ kind })}
                />
                {proposal && proposal.kind.value !== draft.kind ? (
                  <Button
                    text={TEXTS.takeKind(KINDS[proposal.kind.value])}
                    tone="quiet"
                    size="small"
                    onPress={() => change({ kind: proposal.kind.value })}
                  />
                ) : null}
              </Field>
              <PlaceField
                estate={estate}
                home={draft.home !== null}
                atHome={draft.atHome}
                area={draft.area}
                onChange={change}
                error={problemOf('place.area')}
              />
              <Field label={TEXTS.wish} error={problemOf('wish')} optional>
                <TextInput
                  value={draft.wish}
                  onChange={(wish) => change({ wish })}
                  placeholder={TEXTS.wishPlaceholder}
                  maxLength={500}
                />
              </Field>
              <Field label={TEXTS.photos} error={problemOf('photos')} optional group>
                <PhotoPicker photos={photos} />
              </Field>
              <Field label={TEXTS.together} error={problemOf('groupSize')} optional>
                <TextInput
                  value={draft.together}
                  onChange={(together) => change({ together })}
                  placeholder={TEXTS.togetherPlaceholder}
                  kind="number"
                  maxLength={4}
                />
              </Field>
              <View className="hs-intake__hide">
                <Switch
                  title={TEXTS.hide}
                  note={TEXTS.hideNote}
                  on={draft.hide}
                  onChange={(hide) => change({ hide })}
                />
              </View>
            </Card>
          </View>
          <View className="hs-intake__aside">
            <Card title={TEXTS.proposal}>
              {proposal ? (
                <ProposalBox proposal={proposal} zone={estate} />
              ) : (
                <Text className="hs-form__faint">{TEXTS.proposalNote}</Text>
              )}
            </Card>
            <Card title={TEXTS.history}>
              {draft.home ? (
                <HomeHistory homeId={draft.home.id} />
              ) : (
                <Text className="hs-form__faint">{TEXTS.historyNote}</Text>
              )}
            </Card>
          </View>
        </View>
      </ShortcutArea>
    </Page>
  );
}

interface PlaceProps {
  estate: Estate;
  home: boolean;
  atHome: boolean;
  area: string;
  onChange: (part: { atHome?: boolean; area?: string }) => void;
  error: string | undefined;
}

/** At home, a public place, or in the caller's words. */
function PlaceField({ estate, home, atHome, area, onChange, error }: PlaceProps) {
  const places = [
    ...(home ? [{ value: PLACE_AT_HOME, text: TEXTS.atHome }] : []),
    ...estate.publicPlaces.map((place) => ({ value: `at:${place}`, text: place })),
  ];
  const chosen = atHome ? PLACE_AT_HOME : `at:${area}`;
  return (
    <Field label={TEXTS.place} error={error} optional group>
      <Chips
        options={places}
        value={chosen}
        clearable
        onChange={(value) => {
          if (value === null) onChange({ atHome: false, area: '' });
          else if (value === PLACE_AT_HOME) onChange({ atHome: true });
          else onChange({ atHome: false, area: value.slice('at:'.length) });
        }}
      />
      <View className="hs-form__more">
        <TextInput
          value={area}
          onChange={(written) => onChange({ area: written })}
          placeholder={TEXTS.placePlaceholder}
          maxLength={60}
          label={TEXTS.place}
        />
      </View>
    </Field>
  );
}

function HomeHistory({ homeId }: { homeId: NonNullable<(typeof EMPTY_INTAKE)['home']>['id'] }) {
  const pages = usePages('homeHistory', homeId, (cursor) => ({ homeId, ...(cursor === undefined ? {} : { cursor }) }));
  if (pages.data === undefined)
    return pages.error ? (
      <ErrorBlock text={errorText(pages.error)} onRetry={() => void pages.refetch()} />
    ) : (
      <Skeleton cards={1} />
    );
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text className="hs-form__faint">{TEXTS.historyNone}</Text>;
  return (
    <View className="hs-intake__history">
      {items.map((card) => (
        <ComplaintRow key={card.id} card={card} onPress={() => openCase(card.id)} />
      ))}
      {pages.hasNextPage ? (
        <EndOfList more loading={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      ) : null}
    </View>
  );
}
