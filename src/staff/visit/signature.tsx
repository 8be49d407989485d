import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import type { Strokes } from './signature-ink';
import { SignaturePad } from './signature-pad';
import { TEXTS } from './visit-texts';

interface SignatureProps {
  /** As far as it is drawn; of a restored draft it is drawn again, to go on with. */
  strokes: Strokes | null;
  signed: boolean;
  error: string | undefined;
  onStrokes: (strokes: Strokes | null) => void;
  onImage: (image: string | null) => void;
}

/** The resident's signature on a callback. */
export function Signature({ strokes, signed, error, onStrokes, onImage }: SignatureProps) {
  const [before] = useState(strokes);
  const [paper, setPaper] = useState(0);
  return (
    <Field label={TEXTS.signature} hint={TEXTS.signatureHint} error={error} optional group>
      <SignaturePad
        key={paper}
        label={TEXTS.signature}
        before={paper === 0 ? before : null}
        onStrokes={onStrokes}
        onChange={onImage}
      />
      {signed || error !== undefined ? (
        <Button
          text={TEXTS.signAgain}
          tone="quiet"
          size="small"
          icon="undo"
          onPress={() => {
            onStrokes(null);
            onImage(null);
            setPaper(paper + 1);
          }}
        />
      ) : null}
    </Field>
  );
}
