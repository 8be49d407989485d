/** One simulated year from founding to the last message. */
import { Archiving } from './archiving';
import { Cast } from './cast';
import { chanceOf } from './chance-of';
import { ClockRuns } from './clock-runs';
import { filingsOf } from './filings';
import { IncidentRounds } from './incident-rounds';
import { Line } from './line';
import { Mishaps } from './mishaps';
import type { SimulationOptions } from './options';
import { PeopleAtWork } from './people-at-work';
import { ResidentsAtHome } from './residents';
import { BEGIN, DAY, HOUR } from './times';
import { planVacancies } from './vacancies';
import { DATA_KEY, startWorld, type World } from './world';
import { Year } from './year';

/** The company was founded the day before. */
const FOUNDED_BEFORE = 12 * HOUR;
/** Long enough for claims of killed functions to run out. */
const REST_MINUTES = 20;

/** What happened, for the checks. */
export interface Lived {
  world: World;
  options: SimulationOptions;
  cast: Cast;
  line: Line;
  clock: ClockRuns;
  mishaps: Mishaps;
  year: Year;
  work: PeopleAtWork;
  residents: ResidentsAtHome;
  archiving: Archiving;
  /** Everything due by then has been run. */
  endedAt: number;
  tookMs: number;
}

/** @param told of the share of the year that has passed */
export const liveThrough = async (options: SimulationOptions, told: (share: number) => void): Promise<Lived> => {
  const started = performance.now();
  const { seed, days } = options;
  const world = await startWorld(options.lanes);
  const { cloud, database } = world;
  const mishaps = new Mishaps(cloud.faults, options.faults ? chanceOf(seed, 'mishaps') : null, BEGIN, days);
  // Founding isn't what is tried out here.
  const calm = new Mishaps(cloud.faults, null, BEGIN, days);
  const line = new Line(cloud, mishaps);
  const clock = new ClockRuns(cloud, mishaps);
  const year = new Year(clock, options.lanes, BEGIN + days * DAY);
  const cast = new Cast(cloud, database, line, new Line(cloud, calm), seed, options.estates);
  await cast.found(DATA_KEY, BEGIN - FOUNDED_BEFORE);
  cloud.counters.reset();
  const surroundings = { year, cast, line, cloud, clock, seed };
  const work = new PeopleAtWork(surroundings);
  const residents = new ResidentsAtHome(surroundings, work);
  const archiving = new Archiving(surroundings, work);
  new IncidentRounds(surroundings, work).begin();
  const homes = cast.company.homes.length / cast.company.estates.length;
  residents.begin(filingsOf(options, cast.company.estates, homes));
  planVacancies(year, cast, options);
  work.begin(BEGIN);
  let tenths = 0;
  await year.play((at) => {
    const share = (at - BEGIN) / (days * DAY);
    if (share * 20 < tenths) return;
    tenths = Math.floor(share * 20) + 1;
    told(share);
  });
  const endedAt = await year.rest(REST_MINUTES);
  return {
    world,
    options,
    cast,
    line,
    clock,
    mishaps,
    year,
    work,
    residents,
    archiving,
    endedAt,
    tookMs: performance.now() - started,
  };
};
