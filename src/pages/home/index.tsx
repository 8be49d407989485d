import { Page } from '../../ui/Page';

export default function Home() {
  return (
    <Page title="回音" tab="home">
      {null}
    </Page>
  );
}
