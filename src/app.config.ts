const onH5 = process.env.TARO_ENV === 'h5';
// The components, for who changes them: with the local cloud alone, never where people live.
const withCatalogue = onH5 && (process.env.TARO_APP_CLOUD_ENV_ID ?? '') === '';

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/file/index',
    'pages/complaint/index',
    'pages/survey/index',
    'pages/mine/index',
    'pages/profile/index',
  ],
  subPackages: [
    {
      root: 'staff',
      pages: [
        'desk/index',
        'case/index',
        'intake/index',
        'triage/index',
        'review/index',
        'callbacks/index',
        'visit/index',
        'register/index',
        'dashboard/index',
        'actions/index',
        'action/index',
        'incidents/index',
        'policy/index',
        'routing/index',
        'archive/index',
        'classifier/index',
        'routines/index',
      ],
    },
    ...(withCatalogue ? [{ root: 'catalogue', pages: ['index'] }] : []),
  ],
  window: {
    navigationBarTitleText: '回音',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f7f8',
    backgroundTextStyle: 'dark',
    // On H5 the title is part of the page (src/ui/Page.tsx).
    navigationStyle: onH5 ? 'custom' : 'default',
  },
  ...(onH5
    ? // A page that slides in would take the bars at the bottom with it. Taro's router knows this key, WeChat doesn't.
      { animation: false }
    : { lazyCodeLoading: 'requiredComponents', __usePrivacyCheck__: true, sitemapLocation: 'sitemap.json' }),
});
