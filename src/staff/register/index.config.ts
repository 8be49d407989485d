export default definePageConfig({ navigationBarTitleText: '客户投诉一览表', enablePullDownRefresh: true });
