import type { Browser } from 'puppeteer-core';
import { until } from './poll.ts';

const sizeOf = ({ width, height }: { width: number; height: number }) => ({ left: 0, top: 0, width, height });

/** Closes all tabs and windows but one blank tab, in a window of this size. A new window would take longer. */
export async function leaveOneBlankTab(
  browser: Browser,
  windowSize: { width: number; height: number },
): Promise<void> {
  const blank = await browser.newPage();
  const session = await browser.target().createCDPSession();
  const others = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    const kept = Reflect.get(blank.target(), '_targetId');
    return targetInfos.filter(({ type, targetId }) => type === 'page' && targetId !== kept);
  };
  // It may have closed together with another tab's window.
  for (const { targetId } of await others())
    await session.send('Target.closeTarget', { targetId }).catch(() => {});
  await until('the other tabs are closed', async () => (await others()).length === 0);
  await session.detach();
  await browser.setWindowBounds(await blank.windowId(), sizeOf(windowSize));
}
