import { Page } from '../../ui/Page';

export default function MinePage() {
  return <Page title="我的">{null}</Page>;
}
