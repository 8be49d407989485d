import { Page } from '../../ui/Page';

export default function ComplaintPage() {
  return <Page title="进度">{null}</Page>;
}
