/**
 * Duties of one kind dealt with one after the other, the most pressing first: on a phone the one in front with those that
 * wait below it, on a wide screen the list beside it. Dealt with, the next one comes up.
 */
import './queue.scss';
import { Text, View } from '@tarojs/components';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { ComplaintId } from '../../../types/ids';
import type { ComplaintCard } from '../../../types/views';
import { focusOn, IS_H5 } from '../../services/browser';
import { WAY_TO_DESK } from '../../services/navigate';
import { Empty } from '../../ui/Empty';
import { EndOfList } from '../../ui/EndOfList';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Heading } from '../../ui/Heading';
import { Skeleton } from '../../ui/Skeleton';
import { type Only, useDuties } from '../desk/use-duties';
import { Page } from '../layout/page';
import { DetailPane, Split } from '../layout/split';
import { useWideScreen } from '../layout/wide-screen';
import { ComplaintRow } from './complaint-row';
import { noteDoneByMe } from './done-by-me';
import { LongList } from './long-list';

/** The one in front. */
export interface CandidateProps {
  id: ComplaintId;
  /** It is dealt with and leaves the queue. */
  onDone: () => void;
  children: (parts: { body: ReactNode; bar: ReactNode | undefined }) => ReactElement;
}

interface Props {
  only: Only;
  title: string;
  words: {
    empty: string;
    emptyNote: string;
    /** How many wait behind the one in front; `more` when there are more than that. */
    waiting: (count: number, more: boolean) => string;
    last: string;
    queue: string;
  };
  Candidate: (props: CandidateProps) => ReactElement;
}

export function Queue({ only, title, words, Candidate }: Props) {
  const duties = useDuties(only);
  const wide = useWideScreen();
  const [picked, setPicked] = useState<ComplaintId | null>(null);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());

  // By version: when it comes back to the queue, it stands there once more.
  const queue = duties.items?.filter((card) => !passed.has(`${card.id}@${card.version}`));
  const now = queue?.find((card) => card.id === picked) ?? queue?.[0];

  const dealt = useRef(false);
  const nowId = now?.id;
  useEffect(() => {
    // The button that was pressed is gone; the keyboard goes on at the next card.
    if (IS_H5 && dealt.current && nowId !== undefined) focusOn('.hs-row.is-chosen .hs-row__press');
    dealt.current = false;
  }, [nowId]);

  // What was got is all dealt with, and there is more.
  const starved = now === undefined && duties.more;
  const { nearEnd } = duties;
  useEffect(() => {
    if (starved) nearEnd();
  }, [starved, nearEnd]);

  if (queue === undefined || now === undefined)
    return (
      <Page title={title}>
        {duties.error !== '' && (queue === undefined || starved) ? (
          <ErrorBlock text={duties.error} onRetry={duties.retry} />
        ) : queue === undefined || starved ? (
          <Skeleton />
        ) : (
          <Empty picture="done" text={words.empty} note={words.emptyNote} action={WAY_TO_DESK} />
        )}
      </Page>
    );

  const rest = queue.filter((card) => card.id !== now.id);
  const rows = (items: readonly ComplaintCard[]) => (
    <>
      <LongList
        items={items}
        row={(card) => (
          <ComplaintRow key={card.id} card={card} chosen={card.id === now.id} onPress={() => setPicked(card.id)} />
        )}
        onNearEnd={duties.nearEnd}
      />
      {duties.more || duties.error !== '' ? (
        <EndOfList more={duties.more} loading={duties.loading} error={duties.error} onMore={duties.showMore} />
      ) : null}
    </>
  );
  const done = () => {
    noteDoneByMe(now.id);
    dealt.current = true;
    setPassed((before) => new Set(before).add(`${now.id}@${now.version}`));
    setPicked(null);
  };
  if (wide)
    return (
      <Page title={title} width="wide" flush>
        <Split
          list={rows(queue)}
          detail={
            <Candidate key={now.id} id={now.id} onDone={done}>
              {({ body, bar }) => <DetailPane body={body} bar={bar} />}
            </Candidate>
          }
        />
      </Page>
    );
  return (
    <Candidate key={now.id} id={now.id} onDone={done}>
      {({ body, bar }) => (
        <Page title={title} bar={bar}>
          <Text className="hs-queue__count">
            {rest.length > 0 || duties.more ? words.waiting(rest.length, duties.more) : words.last}
          </Text>
          {body}
          {rest.length > 0 || duties.more ? (
            <View className="hs-queue">
              <Heading level={2}>{words.queue}</Heading>
              {rows(rest)}
            </View>
          ) : null}
        </Page>
      )}
    </Candidate>
  );
}
