/**
 * Every collection and index of the product, and who may reach them from outside the functions: applied by the deploy
 * script. The local cloud enforces the indexes (a query that no index serves is an error there). Lists are paged by cursor,
 * so each list's index ends in the keys it is sorted by.
 */

/** Of every collection: only functions reach the data, clients of any kind neither read nor write. */
export const DATABASE_ACCESS = 'ADMINONLY';

/**
 * Of the storage: clients read nothing and write only what they took to the raw folder themselves (mini program; H5 uploads
 * with an address that a function signed). Without it the platform's default makes every file readable by its bare address.
 */
export const STORAGE_RULE = {
  read: false,
  write: 'auth != null && resource.openid == auth.openid && /^raw\\//.test(resource.path) == true',
};

export interface IndexSchema {
  name: string;
  keys: readonly (readonly [field: string, direction: 1 | -1])[];
  unique?: true;
  /** The one field among `keys` that holds an array. */
  multikey?: string;
}

export interface CollectionSchema {
  name: string;
  indexes: readonly IndexSchema[];
}

export const COLLECTIONS = [
  /** One property company per environment, by `_id`. */
  { name: 'companies', indexes: [] },
  {
    name: 'estates',
    indexes: [
      {
        name: 'company',
        keys: [
          ['companyId', 1],
          ['_id', 1],
        ],
      },
      { name: 'code', keys: [['code', 1]], unique: true },
      /** Whose next day has begun (IN-04). */
      {
        name: 'routines',
        keys: [
          ['nextRoutineAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /** Every version of a policy or routing table with who, when and why (RP-09); by `_id` `<owner>:<version>`. */
  {
    name: 'policies',
    indexes: [
      {
        name: 'history',
        keys: [
          ['owner', 1],
          ['version', -1],
        ],
      },
    ],
  },
  {
    name: 'homes',
    indexes: [
      {
        name: 'room',
        keys: [
          ['estateId', 1],
          ['building', 1],
          ['unit', 1],
          ['room', 1],
        ],
        unique: true,
      },
    ],
  },
  {
    name: 'people',
    indexes: [
      { name: 'identity', keys: [['identityKeys', 1]], multikey: 'identityKeys' },
      { name: 'home', keys: [['homes', 1]], multikey: 'homes' },
      /** Who is reached by `receptionist@estate`, `departmentHead@department` … (domain/people/person.ts). */
      { name: 'duty', keys: [['dutyKeys', 1]], multikey: 'dutyKeys' },
      { name: 'phone', keys: [['phoneHash', 1]] },
      { name: 'name', keys: [['nameHash', 1]] },
      /** Beginnings of names in pinyin and last digits of phones, hashed per estate (ADR 0015). */
      { name: 'search', keys: [['searchKeys', 1]], multikey: 'searchKeys' },
      /** PV-03: who is being erased. */
      {
        name: 'erasing',
        keys: [
          ['erasingSince', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /**
   * PV-01: who of the staff opened whose personal data; by `_id` complaint, person, way and hour, so that
   * each hour is written once.
   */
  {
    name: 'openings',
    indexes: [
      {
        name: 'about',
        keys: [
          ['aboutIds', 1],
          ['at', -1],
          ['_id', -1],
        ],
        multikey: 'aboutIds',
      },
    ],
  },
  /** By `_id`, a keyed hash of the code. */
  { name: 'invitations', indexes: [] },
  {
    name: 'complaints',
    indexes: [
      {
        name: 'filer',
        keys: [
          ['filerIds', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
        multikey: 'filerIds',
      },
      {
        name: 'filerOpen',
        keys: [
          ['filerIds', 1],
          ['open', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
        multikey: 'filerIds',
      },
      /** My duties, what is due first on top. */
      {
        name: 'duties',
        keys: [
          ['dutyKeys', 1],
          ['dutyDueAt', 1],
          ['_id', 1],
        ],
        multikey: 'dutyKeys',
      },
      /** Duties beside the main one, e.g. notices to be opened. */
      {
        name: 'besideDuties',
        keys: [
          ['besideKeys', 1],
          ['besideDueAt', 1],
          ['_id', 1],
        ],
        multikey: 'besideKeys',
      },
      /** Duties by command: `passReview|receptionist@estate`. */
      {
        name: 'dutyKinds',
        keys: [
          ['dutyKinds', 1],
          ['dutyDueAt', 1],
          ['_id', 1],
        ],
        multikey: 'dutyKinds',
      },
      /** CK-08: the cost of a run grows with what is due. */
      {
        name: 'clock',
        keys: [
          ['nextDueAt', 1],
          ['_id', 1],
        ],
      },
      /** Events whose messages and figures are not marked done yet. */
      {
        name: 'unsettled',
        keys: [
          ['unsettledSince', 1],
          ['_id', 1],
        ],
      },
      { name: 'number', keys: [['number', 1]], unique: true },
      {
        name: 'register',
        keys: [
          ['estateId', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'registerState',
        keys: [
          ['estateId', 1],
          ['state', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'registerCategory',
        keys: [
          ['estateId', 1],
          ['category', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'registerDepartment',
        keys: [
          ['estateId', 1],
          ['departmentId', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      /** What is going on, with how urgent it is (RP-04). */
      {
        name: 'registerOpen',
        keys: [
          ['estateId', 1],
          ['open', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      /** What a figure of an estate's month counts (RP-04): `estate|month|figure`. */
      {
        name: 'figure',
        keys: [
          ['figureKeys', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
        multikey: 'figureKeys',
      },
      /** CB-09: what was closed in a month. */
      {
        name: 'archive',
        keys: [
          ['estateId', 1],
          ['state', 1],
          ['closedAt', 1],
          ['_id', 1],
        ],
      },
      /** IF-03: what was filed to go on from an earlier one. */
      {
        name: 'follows',
        keys: [
          ['followsId', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      /** Hashed character bigrams of the text (RG-05). */
      {
        name: 'search',
        keys: [
          ['grams', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
        multikey: 'grams',
      },
      {
        name: 'home',
        keys: [
          ['homeId', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
      },
      /** The complaints of an incident 雷同事件, in the order of filing. */
      {
        name: 'incident',
        keys: [
          ['incidentId', 1],
          ['filedAt', 1],
          ['_id', 1],
        ],
      },
      /** SV-22: whose reason counts this complaint, when it is withdrawn or corrected. */
      {
        name: 'alikeWith',
        keys: [
          ['alikeWith', 1],
          ['open', 1],
          ['_id', 1],
        ],
        multikey: 'alikeWith',
      },
      {
        name: 'homeOpen',
        keys: [
          ['homeId', 1],
          ['open', 1],
        ],
      },
    ],
  },
  /** What people corrected of proposals (RG-03), by `_id` the complaint's; no words, only their hashed grams. */
  {
    name: 'corrections',
    indexes: [
      /** By the rarest grams, with the company in front; the latest first. */
      {
        name: 'alike',
        keys: [
          ['keys', 1],
          ['followedUntil', -1],
        ],
        multikey: 'keys',
      },
      {
        name: 'company',
        keys: [
          ['companyId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
    ],
  },
  /** Released models by version, their weights in parts by `<version>:<part>`. */
  {
    name: 'models',
    indexes: [
      {
        name: 'company',
        keys: [
          ['companyId', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
    ],
  },
  /** What the classifier still knew on a night, by `_id` `<company>:<day>`. */
  {
    name: 'evaluations',
    indexes: [
      {
        name: 'company',
        keys: [
          ['companyId', 1],
          ['day', -1],
        ],
      },
    ],
  },
  {
    name: 'incidents',
    indexes: [
      {
        name: 'list',
        keys: [
          ['estateId', 1],
          ['state', 1],
          ['openedAt', -1],
          ['_id', -1],
        ],
      },
      /** IN-07: what reads alike, by hashed keys of what they are about and where (domain/incident/alike-index.ts). */
      {
        name: 'alike',
        keys: [
          ['alikeKeys', 1],
          ['state', 1],
        ],
        multikey: 'alikeKeys',
      },
      /** Incidents that still owe their complaints something. */
      {
        name: 'unsettled',
        keys: [
          ['unsettledSince', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /** What open and recent complaints are about, to find alike ones (IN-07, SV-22); by the complaint's `_id`, hashes only. */
  {
    name: 'alike',
    indexes: [
      {
        name: 'keys',
        keys: [
          ['keys', 1],
          ['filedAt', -1],
          ['_id', -1],
        ],
        multikey: 'keys',
      },
      {
        name: 'sweep',
        keys: [
          ['until', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /** Corrective and preventive actions (CA). */
  {
    name: 'actions',
    indexes: [
      /** My duties, what is due first on top. */
      {
        name: 'duties',
        keys: [
          ['dutyKeys', 1],
          ['dutyDueAt', 1],
          ['_id', 1],
        ],
        multikey: 'dutyKeys',
      },
      {
        name: 'clock',
        keys: [
          ['nextDueAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'unsettled',
        keys: [
          ['unsettledSince', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'estate',
        keys: [
          ['estateId', 1],
          ['openedAt', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'estateState',
        keys: [
          ['estateId', 1],
          ['state', 1],
          ['openedAt', -1],
          ['_id', -1],
        ],
      },
      /** What it came from, and what recurred after it (CA-04). */
      {
        name: 'complaints',
        keys: [
          ['concernsIds', 1],
          ['openedAt', -1],
          ['_id', -1],
        ],
        multikey: 'concernsIds',
      },
      /** Effective ones by category and place or home (CA-04). */
      {
        name: 'alike',
        keys: [
          ['likeKeys', 1],
          ['effectiveAt', -1],
          ['_id', -1],
        ],
        multikey: 'likeKeys',
      },
    ],
  },
  /** A day's suggestion box of an estate (IN-04), by `_id` `box:<estate>:<day>`. */
  {
    name: 'routines',
    indexes: [
      {
        name: 'estate',
        keys: [
          ['estateId', 1],
          ['day', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'duties',
        keys: [
          ['dutyKeys', 1],
          ['day', 1],
          ['_id', 1],
        ],
        multikey: 'dutyKeys',
      },
      {
        name: 'clock',
        keys: [
          ['nextDueAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'unsettled',
        keys: [
          ['unsettledSince', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /** The ledger of the callback draw (CB-01), one document per estate and month. */
  { name: 'draws', indexes: [] },
  { name: 'counters', indexes: [{ name: 'expiry', keys: [['expiresAt', 1]] }] },
  {
    name: 'messages',
    indexes: [
      {
        name: 'inbox',
        keys: [
          ['to', 1],
          ['at', -1],
          ['_id', -1],
        ],
      },
      {
        name: 'unread',
        keys: [
          ['to', 1],
          ['readAt', 1],
        ],
      },
      {
        name: 'due',
        keys: [
          ['send.state', 1],
          ['send.nextTryAt', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  {
    name: 'credits',
    indexes: [
      {
        name: 'person',
        keys: [
          ['personId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  {
    name: 'uploads',
    indexes: [
      {
        name: 'abandoned',
        keys: [
          ['state', 1],
          ['requestedAt', 1],
          ['_id', 1],
        ],
      },
      /** Whose they are (PV-03). */
      {
        name: 'owner',
        keys: [
          ['ownerId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  /** The figures of an estate's month (RP-04), by `_id` `<estate>:<month>:<day of filing>`. */
  { name: 'figures', indexes: [] },
] as const satisfies readonly CollectionSchema[];

export type CollectionName = (typeof COLLECTIONS)[number]['name'];
