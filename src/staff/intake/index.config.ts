export default definePageConfig({ navigationBarTitleText: '录入投诉' });
