import type { PhotoFile } from '../../services/photo-file';

interface Blob {
  readonly size: number;
}
declare const fetch: (url: string) => Promise<{ blob(): Promise<Blob> }>;

export async function signatureFile(image: string): Promise<PhotoFile> {
  const blob = await (await fetch(image)).blob();
  return { kind: 'photo', preview: image, name: 'signature.png', size: blob.size, source: blob };
}

/** Nothing was written. */
export const dropSignatureFile = (_file: PhotoFile): void => undefined;
