export default definePageConfig({ navigationBarTitleText: '雷同事件', enablePullDownRefresh: true });
