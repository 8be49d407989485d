// Targets come from "browserslist" in package.json. Missing methods of old engines: src/old-engines.ts.
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, useBuiltIns: false }]],
  plugins: [['import', { libraryName: '@taroify/core', libraryDirectory: '', style: true }, '@taroify/core']],
};
