import { useEffect, useState } from 'react';

/** The text once it has stood still for a while. */
export function useRested(text: string, forMs: number): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), forMs);
    return () => clearTimeout(timer);
  }, [text, forMs]);
  return rested;
}
