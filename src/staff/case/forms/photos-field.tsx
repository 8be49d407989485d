import { useEffect } from 'react';
import type { PhotoView, SendingLimits } from '../../../../types/views';
import { usePhotos } from '../../../services/photos';
import { Field } from '../../../ui/Field';
import { PhotoPicker } from '../../../ui/PhotoPicker';

interface Props {
  label: string;
  photos: readonly PhotoView[];
  limits: SendingLimits;
  onChange: (photos: PhotoView[]) => void;
  /** While photos are on their way the form waits for them. */
  onHold: (holding: boolean) => void;
  error?: string | undefined;
  hint?: string | undefined;
}

export function PhotosField({ label, photos, limits, onChange, onHold, error, hint }: Props) {
  const picked = usePhotos({ limits, restored: photos, onAccepted: onChange });
  // biome-ignore lint/correctness/useExhaustiveDependencies: tells only when it changes
  useEffect(() => onHold(picked.sending), [picked.sending]);
  return (
    <Field label={label} error={error} hint={hint} optional group>
      <PhotoPicker photos={picked} />
    </Field>
  );
}
