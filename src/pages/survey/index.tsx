import { Page } from '../../ui/Page';

export default function SurveyPage() {
  return <Page title="评价">{null}</Page>;
}
