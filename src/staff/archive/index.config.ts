export default definePageConfig({ navigationBarTitleText: '月度归档' });
