export default definePageConfig({ navigationBarTitleText: '纠正预防措施', enablePullDownRefresh: true });
