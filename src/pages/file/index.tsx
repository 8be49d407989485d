import { Page } from '../../ui/Page';

export default function FilePage() {
  return <Page title="填写">{null}</Page>;
}
