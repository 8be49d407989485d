// Finds WeChat DevTools, which exist for macOS and Windows only.
import fs from 'node:fs';

const PLACES = {
  darwin: ['/Applications/wechatwebdevtools.app/Contents/MacOS/cli'],
  win32: [
    'C:/Program Files (x86)/Tencent/微信web开发者工具/cli.bat',
    'C:/Program Files/Tencent/微信web开发者工具/cli.bat',
  ],
};

/**
 * @param {{ platform?: string; env?: Record<string, string | undefined>; exists?: (place: string) => boolean }} [machine]
 * @returns {{ cli: string } | { missing: string }} the command line of DevTools, or one sentence for people
 */
export function findDevTools({ platform = process.platform, env = process.env, exists = fs.existsSync } = {}) {
  const places = PLACES[platform];
  if (places === undefined) {
    return {
      missing: `缺少微信开发者工具：它只有 macOS 和 Windows 版，请在装了它的电脑上运行 npm run test:devtools（这台机器是 ${platform}；独立运行时里的同一套测试是 npm run test:weapp）。`,
    };
  }
  const cli = [env.DEVTOOLS_CLI, ...places].find((place) => place && exists(place));
  if (cli) return { cli };
  return {
    missing:
      '缺少微信开发者工具：请先安装并登录，在“设置 → 安全”里打开服务端口；装在别处时用环境变量 DEVTOOLS_CLI 指出它的 cli（cli.bat）。',
  };
}
