import { useRouter } from '@tarojs/taro';
import { KINDS, type Kind } from '../../../types/vocabulary';
import { Known } from '../../welcome/Known';
import { FilePage } from './FilePage';
import { WORDS } from './words';

const isKind = (text: string | undefined): text is Kind => text !== undefined && Object.hasOwn(KINDS, text);

export default function File() {
  const { kind } = useRouter().params;
  const first: Kind = isKind(kind) ? kind : 'complaint';
  return (
    <Known title={WORDS.title[first]} needs="home">
      {(me) => <FilePage me={me} firstKind={first} />}
    </Known>
  );
}
