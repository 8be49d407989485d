/** The resident signs on the phone; the signature is sent at once, like a photo. */
import { Image } from '@tarojs/components';
import { useState } from 'react';
import type { PhotoView } from '../../../../types/views';
import { ApiError, errorText } from '../../../services/api-error';
import { uploadPhoto } from '../../../services/photos';
import { Button } from '../../../ui/Button';
import { Field } from '../../../ui/Field';
import { dropSignatureFile, signatureFile } from '../../visit/signature-file';
import { SignaturePad } from '../../visit/signature-pad';
import { TEXTS } from './form-texts';

interface Props {
  value: PhotoView | null;
  onChange: (signature: PhotoView | null) => void;
  /** While it is on its way the form waits for it. */
  onHold: (holding: boolean) => void;
}

const sent = async (image: string): Promise<PhotoView> => {
  const file = await signatureFile(image);
  try {
    return await uploadPhoto(file, () => undefined);
  } finally {
    dropSignatureFile(file);
  }
};

export function SignatureField({ value, onChange, onHold }: Props) {
  const [drawn, setDrawn] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState('');
  const use = async (image: string) => {
    setSending(true);
    setProblem('');
    onHold(true);
    try {
      onChange(await sent(image));
    } catch (error) {
      setProblem(error instanceof ApiError ? errorText(error) : TEXTS.signatureFailed);
    } finally {
      setSending(false);
      onHold(false);
    }
  };
  return (
    <Field
      label={TEXTS.signature}
      hint={TEXTS.signatureHint}
      error={problem === '' ? undefined : problem}
      optional
      group
    >
      {value === null ? (
        <SignaturePad label={TEXTS.signature} onChange={setDrawn} />
      ) : (
        <Image className="hs-form__signature" src={value.url} mode="aspectFit" />
      )}
      {value === null && drawn !== null ? (
        <Button
          text={TEXTS.useSignature}
          tone="secondary"
          size="small"
          busy={sending}
          onPress={() => void use(drawn)}
        />
      ) : null}
      {value === null ? null : (
        <Button
          text={TEXTS.signAgain}
          tone="quiet"
          size="small"
          icon="undo"
          onPress={() => {
            onChange(null);
            setDrawn(null);
          }}
        />
      )}
    </Field>
  );
}
