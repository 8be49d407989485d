/** What every story of the demo acts with. */
import type { InputOf, OutputOf, ProcedureName } from '../../types/procedures';
import type { PhotoId } from '../../types/ids';
import type { LocalCloud } from '../cloud';
import { allowMessages, type Cast } from './people';
import type { Phones } from './phone';
import { takePhoto } from './photos';
import type { SceneName } from './scenes';
import type { Moment, Timeline } from './timeline';

export class Stage {
  readonly cast: Cast;
  readonly timeline: Timeline;
  readonly #cloud: LocalCloud;
  readonly #phones: Phones;

  constructor(cloud: LocalCloud, phones: Phones, cast: Cast, timeline: Timeline) {
    this.#cloud = cloud;
    this.#phones = phones;
    this.cast = cast;
    this.timeline = timeline;
  }

  commandId(): string {
    return this.#phones.commandId();
  }

  /** One tap of somebody in the mini program. */
  tap<N extends ProcedureName>(key: string, procedure: N, input: InputOf<N>, at: Moment): Promise<OutputOf<N>> {
    return this.timeline.step(at, (moment) => this.#phones.mini(key, procedure, input, moment));
  }

  /** Filing comes alone, so that numbers follow the time of day. */
  file<N extends 'fileComplaint' | 'recordComplaint'>(
    key: string,
    procedure: N,
    input: (moment: Moment) => Promise<InputOf<N>>,
    at: Moment,
    through: 'miniprogram' | 'officialAccount' = 'miniprogram',
  ): Promise<OutputOf<N>> {
    const act = async (moment: Moment): Promise<OutputOf<N>> => {
      const filing = await input(moment);
      return through === 'miniprogram'
        ? this.#phones.mini(key, procedure, filing, moment)
        : this.#phones.page(key, procedure, filing, moment);
    };
    return this.timeline.step(at, act, true);
  }

  photo(key: string, scene: SceneName, at: Moment): Promise<PhotoId> {
    return takePhoto(key, scene, this.#phones, at);
  }

  allow(key: string, audience: 'resident' | 'staff', at: Moment, times = 1): Promise<void> {
    return allowMessages(key, audience, this.#cloud, this.#phones, at, times);
  }

  /** The minute's timers: clocks, messages, sweeping. */
  minute(at: Moment): Promise<void> {
    return this.timeline.step(
      at,
      async (moment) => {
        this.#cloud.clock.set(moment);
        await this.#cloud.runTimers();
      },
      true,
    );
  }
}
