/** Which estate a page shows: of those where the person's post lets them read it, the first until they choose another. */
import { type ReactNode, useState } from 'react';
import type { EstateId } from '../../../types/ids';
import type { Role } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { type Estate, useEstates } from '../../services/estates';
import { useMe } from '../../services/me';
import { WAY_TO_DESK } from '../../services/navigate';
import { Chips } from '../../ui/Chips';
import { Empty } from '../../ui/Empty';
import { ErrorBlock } from '../../ui/ErrorBlock';
import { Skeleton } from '../../ui/Skeleton';

const WORDS = { estate: '小区' } as const;

interface EstateChoice {
  /** Undefined while it isn't known, or when there is none that they may read. */
  estate: Estate | undefined;
  /** The chips to choose by; null where there is nothing to choose. */
  choice: ReactNode;
  /** What stands in the page's place while `estate` is undefined: loading, why not, or that there is none. */
  instead: ReactNode;
}

/**
 * @param readers the roles that may read the page; a post without an estate counts for all of them
 * @param none said when they may read it nowhere
 */
export function useEstateChoice(readers: readonly Role[], none: string): EstateChoice {
  const estates = useEstates();
  const me = useMe();
  const [chosen, setChosen] = useState<EstateId | null>(null);
  const posts = me.data?.posts ?? [];
  const readable = (estates.data?.items ?? []).filter(({ id }) =>
    posts.some(({ role, estateId }) => readers.includes(role) && (estateId === null || estateId === id)),
  );
  const estate = readable.find(({ id }) => id === chosen) ?? readable[0];
  const error = estates.error ?? me.error;
  const known = estates.data !== undefined && me.data !== undefined;
  return {
    estate,
    choice:
      estate !== undefined && readable.length > 1 ? (
        <Chips
          label={WORDS.estate}
          options={readable.map(({ id, name }) => ({ value: id, text: name }))}
          value={estate.id}
          onChange={setChosen}
        />
      ) : null,
    instead: known ? (
      <Empty picture="calm" text={none} action={WAY_TO_DESK} />
    ) : error ? (
      <ErrorBlock
        text={errorText(error)}
        onRetry={() => void Promise.all([estates.refetch(), me.refetch()])}
        busy={estates.isFetching || me.isFetching}
      />
    ) : (
      <Skeleton cards={3} />
    ),
  };
}
