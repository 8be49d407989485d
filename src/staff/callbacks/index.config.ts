export default definePageConfig({ navigationBarTitleText: '回访路线', enablePullDownRefresh: true });
