import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../run/browser.mjs';

/** Debian's Chromium (or CHROMIUM_PATH). The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error(
      '没有 Chromium：apt-get install -y --no-install-recommends chromium fonts-noto-cjk，或设置 CHROMIUM_PATH',
    );
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
