import { Known } from '../../welcome/Known';
import { Home } from './Home';
import { WORDS } from './words';

export default function HomePage() {
  return (
    <Known title={WORDS.title} tab="home" needs="home">
      {(me) => <Home me={me} />}
    </Known>
  );
}
