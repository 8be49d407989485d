import { Text } from '@tarojs/components';
import { markWords } from './mark-words';

/** A text with the words that led to the proposal set off. */
export function MarkedWords({
  text,
  words,
  className = '',
}: {
  text: string;
  words: readonly string[];
  className?: string;
}) {
  const pieces = markWords(text, words);
  return (
    <Text className={className} userSelect>
      {pieces.map((piece, index) =>
        piece.marked ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one fixed text
          <Text key={index} className="hs-marked">
            {piece.text}
          </Text>
        ) : (
          piece.text
        ),
      )}
    </Text>
  );
}
