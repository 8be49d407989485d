export default definePageConfig({ navigationBarTitleText: '自动分类' });
