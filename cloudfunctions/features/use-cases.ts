/** Which use case carries out which procedure. */
import type { ProcedureName } from '../../types/procedures';
import type { UseCase } from './call';
import { describeEstates } from './estate/describe-estates';
import { forPerson } from './for-person';
import { agreeToPrivacyNotice } from './people/agree-to-privacy-notice';
import { beginLogin } from './people/begin-login';
import { bindHome } from './people/bind-home';
import { findHomes } from './people/find-homes';
import { joinStaff } from './people/join-staff';
import { loginOfficialAccount } from './people/login-official-account';
import { privacyNotice } from './people/privacy-notice';
import { recordSubscribeConsent } from './people/record-subscribe-consent';
import { saveContact } from './people/save-contact';
import { whoAmI } from './people/who-am-i';

export type UseCases = { readonly [N in ProcedureName]: UseCase<N> };

export const USE_CASES: Partial<UseCases> = {
  beginLogin,
  loginOfficialAccount,
  whoAmI,
  privacyNotice,
  agreeToPrivacyNotice,
  bindHome: forPerson(bindHome),
  joinStaff: forPerson(joinStaff),
  saveContact: forPerson(saveContact),
  recordSubscribeConsent: forPerson(recordSubscribeConsent),
  findHomes: forPerson(findHomes),
  describeEstates,
};
