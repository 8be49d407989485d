/** DP-02: opening a case is acknowledging the notice of it; said to the server once, without a tap. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ComplaintView } from '../../../types/views';
import { call } from '../../services/api';
import { ApiError } from '../../services/api-error';
import { newCommandId } from '../../services/command-id';

/** Sends `acknowledge` when the server offers it to this person, once per case and round while the page stands open. */
export function useAcknowledgement(view: ComplaintView | undefined): void {
  const client = useQueryClient();
  const sent = useRef<ReadonlySet<string>>(new Set());
  const key = view?.actions.includes('acknowledge') ? `${view.id}#${view.round}` : null;
  const { id, round } = view ?? {};

  useEffect(() => {
    if (key === null || id === undefined || round === undefined || sent.current.has(key)) return;
    sent.current = new Set([...sent.current, key]);
    const acknowledge = async () => {
      try {
        await call('acknowledge', { complaintId: id, commandId: newCommandId(), round });
        await client.invalidateQueries();
      } catch (error) {
        // Without signal or when it has just ended nobody is asked to do anything: opening it again sends it again.
        if (!(error instanceof ApiError)) throw error;
      }
    };
    void acknowledge();
  }, [key, id, round, client]);
}
