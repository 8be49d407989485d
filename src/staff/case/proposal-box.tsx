import './proposal-box.scss';
import { Text, View } from '@tarojs/components';
import { dayOf } from '../../../domain/clock/describe';
import type { Zone } from '../../../domain/clock/zone';
import type { Proposal } from '../../../types/proposal';
import { CATEGORIES, KINDS, RESPONSIBILITIES, SIGNALS } from '../../../types/vocabulary';
import { Badge } from '../../ui/Badge';
import { TEXTS } from './case-texts';

interface Guess {
  word: string;
  confidence: number;
  runnerUp: string | null;
}

const wordOf = <T extends string>(
  words: Readonly<Record<T, string>>,
  guess: { value: T; confidence: number; runnerUp: T | null },
): Guess => ({
  word: words[guess.value],
  confidence: guess.confidence,
  runnerUp: guess.runnerUp === null ? null : words[guess.runnerUp],
});

/** What the classifier proposes, how sure it is, what else it might be, and by which day's correction (RG-03). */
export function ProposalBox({ proposal, zone }: { proposal: Proposal; zone: Zone }) {
  const guesses = [
    wordOf(CATEGORIES, proposal.category),
    wordOf(KINDS, proposal.kind),
    wordOf(RESPONSIBILITIES, proposal.responsibility),
  ];
  return (
    <View className="hs-proposal">
      {proposal.correctedAt === undefined ? null : (
        <Text className="hs-proposal__else">{TEXTS.byCorrection(dayOf(proposal.correctedAt, zone))}</Text>
      )}
      {guesses.map((guess) => (
        <View key={guess.word} className="hs-proposal__row">
          <View className="hs-proposal__line">
            <Text className="hs-proposal__word">{guess.word}</Text>
            <Text className="hs-proposal__share">{TEXTS.confidence(guess.confidence)}</Text>
          </View>
          <View className="hs-proposal__track">
            <View className="hs-proposal__bar" style={{ width: `${Math.round(guess.confidence * 100)}%` }} />
          </View>
          {guess.runnerUp === null ? null : <Text className="hs-proposal__else">{TEXTS.orElse(guess.runnerUp)}</Text>}
        </View>
      ))}
      {proposal.severity.length > 0 || proposal.groupSize !== null ? (
        <View className="hs-proposal__signals">
          <Text className="hs-proposal__else">{TEXTS.signals}</Text>
          {proposal.severity.map(({ signal, evidence }) => (
            <Badge
              key={`${signal}${evidence}`}
              tone="hot"
              text={evidence === '' ? SIGNALS[signal] : `${SIGNALS[signal]}：“${evidence}”`}
            />
          ))}
          {proposal.groupSize === null ? null : <Badge tone="hot" text={TEXTS.groupSize(proposal.groupSize)} />}
        </View>
      ) : null}
    </View>
  );
}
