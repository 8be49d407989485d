export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [{ root: 'staff', pages: ['desk/index'] }],
  window: {
    navigationBarTitleText: '回音',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f6f8',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
