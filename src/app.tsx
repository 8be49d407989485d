import type { PropsWithChildren } from 'react';
import './old-engines';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
