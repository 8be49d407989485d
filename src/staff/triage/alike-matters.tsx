/** SV-22: what is open and reads like the complaint in front; merged into an incident with one tap. */
import { View } from '@tarojs/components';
import type { IncidentId } from '../../../types/ids';
import type { ComplaintView } from '../../../types/views';
import { STATES } from '../../../types/vocabulary';
import { errorText } from '../../services/api-error';
import { useCommand, useProcedure } from '../../services/query';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { toast } from '../../ui/toast';
import { openCase } from '../addresses';
import { TEXTS } from './triage-texts';

interface Props {
  view: ComplaintView;
  /** It waits for its incident now. */
  onMerged: () => void;
}

const sharedText = (shared: readonly string[]): string[] => (shared.length === 0 ? [] : [TEXTS.shared(shared)]);

export function AlikeMatters({ view, onMerged }: Props) {
  const may = view.actions.includes('mergeIntoIncident');
  const alike = useProcedure('alikeMatters', { complaintId: view.id }, { enabled: may });
  const merge = useCommand('mergeIntoIncident');
  const { incidents = [], complaints = [] } = alike.data ?? {};
  // An aid beside the work: when it can't be had, the work goes on without it.
  if (!may || incidents.length + complaints.length === 0) return null;
  const into = (incidentId: IncidentId) => {
    merge
      .run((commandId) => ({ complaintId: view.id, commandId, version: view.version, incidentId }))
      .then(() => {
        toast(TEXTS.merged(view.number), 'good');
        onMerged();
      })
      .catch((error: unknown) => toast(errorText(error), 'bad'));
  };
  return (
    <View className="hs-triage__alike">
      <Card title={TEXTS.alike} flush>
        {incidents.map((incident) => (
          <Cell
            key={incident.id}
            title={incident.summary}
            note={[
              TEXTS.homes(incident.homes, incident.complaints),
              incident.progressText,
              ...sharedText(incident.shared),
            ].join(' · ')}
            value={
              <Button
                text={TEXTS.merge}
                label={`${TEXTS.merge}：${incident.summary}`}
                size="small"
                busy={merge.busy}
                onPress={() => into(incident.id)}
              />
            }
          />
        ))}
        {complaints.map((complaint) => (
          <Cell
            key={complaint.id}
            title={complaint.summary}
            note={[
              complaint.number,
              STATES[complaint.state],
              complaint.placeText,
              ...sharedText(complaint.shared),
            ].join(' · ')}
            value={
              <Button
                text={TEXTS.asIncident}
                label={`${TEXTS.asIncident}：${complaint.number}`}
                tone="secondary"
                size="small"
                onPress={() => openCase(complaint.id, 'openIncident')}
              />
            }
          />
        ))}
      </Card>
      {complaints.length > 0 ? <View className="hs-triage__note">{TEXTS.alikeNote}</View> : null}
    </View>
  );
}
