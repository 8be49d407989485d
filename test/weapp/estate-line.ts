// The line of a person of the test estate: real functions on the local cloud, called as the mini program calls them.
import type { TestCloud, TestPerson } from '../support/estate';
import type { CloudLine } from './wx/cloud-line';

interface Place {
  url: string;
  headers: Record<string, string>;
}

/** A line that also says whether something is on its way. */
export interface EstateLine extends CloudLine {
  readonly busy: boolean;
}

export function lineOf({ cloud }: TestCloud, { account }: Pick<TestPerson, 'account'>): EstateLine {
  // The platform lets a mini program write where a function said; here the function's own ticket opens that place.
  const places = new Map<string, Place>();
  let underway = 0;
  const tracked = async <T>(work: () => Promise<T>): Promise<T> => {
    underway += 1;
    try {
      return await work();
    } finally {
      underway -= 1;
    }
  };
  return {
    get busy() {
      return underway > 0;
    },
    callFunction: (name, data) =>
      tracked(async () => {
        const { mpOpenid, unionid } = account;
        const result = await cloud.invoke(name, data, { source: 'miniprogram', openid: mpOpenid, unionid });
        const place = placeIn(result);
        if (place) places.set(place.cloudPath, place);
        return result;
      }),
    uploadFile: (cloudPath, file) =>
      tracked(async () => {
        const place = places.get(cloudPath);
        if (place === undefined) throw new Error(`STORAGE_EXCEED_AUTHORITY ${cloudPath}`);
        const { status } = await fetch(place.url, {
          method: 'PUT',
          headers: place.headers,
          body: new Uint8Array(file),
        });
        if (status !== 200) throw new Error(`upload ${status}`);
        return `cloud://local/${cloudPath}`;
      }),
  };
}

/** The answer of requestUpload, if it is one. */
function placeIn(result: unknown): (Place & { cloudPath: string }) | undefined {
  const { ok, data } = Object(result) as { ok?: boolean; data?: Partial<Place & { cloudPath: string }> };
  const { cloudPath, url, headers } = Object(data) as Partial<Place & { cloudPath: string }>;
  return ok === true && cloudPath && url && headers ? { cloudPath, url, headers } : undefined;
}
