import { Page } from '../../ui/Page';

export default function ProfilePage() {
  return <Page title="个人信息">{null}</Page>;
}
