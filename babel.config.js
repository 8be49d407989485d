// Targets come from "browserslist" in package.json.
const h5 = process.env.TARO_ENV === 'h5';

module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        // Polyfills where the web runtime meets old browsers; the mini-program base library brings its own.
        useBuiltIns: h5 ? 'usage' : false,
      },
    ],
  ],
  plugins: [['import', { libraryName: '@taroify/core', libraryDirectory: '', style: true }, '@taroify/core']],
};
