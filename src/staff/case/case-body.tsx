/** Everything about one complaint as it is shown; each part of it stands in its own file under body/. */
import './case-body.scss';
import { View } from '@tarojs/components';
import type { ComplaintView } from '../../../types/views';
import { ActionsOfCase } from '../action/actions-of-case';
import { PartOfIncident } from '../incidents/part-of-incident';
import { Afterwards } from './body/afterwards';
import { Clocks } from './body/clocks';
import { Head } from './body/head';
import { Investigation } from './body/investigation';
import { People } from './body/people';
import { Plan } from './body/plan';
import { Reasons } from './body/reasons';
import { Result } from './body/result';
import { Said } from './body/said';
import { Subtasks } from './body/subtasks';
import { Way } from './body/way';

export function CaseBody({ view }: { view: ComplaintView }) {
  return (
    <View className="hs-case">
      <Head view={view} />
      <View className="hs-case__columns">
        <View className="hs-case__column">
          <Said view={view} />
          <PartOfIncident view={view} />
          <People view={view} />
          <Result view={view} />
          <Plan view={view} />
          <Subtasks view={view} />
          <Investigation view={view} />
          <Afterwards view={view} />
          <ActionsOfCase complaintId={view.id} />
        </View>
        <View className="hs-case__column hs-case__column--aside">
          <Reasons view={view} />
          <Clocks view={view} />
          <Way view={view} />
        </View>
      </View>
    </View>
  );
}
