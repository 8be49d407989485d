// wx.createIntersectionObserver. There is no layout here, so nothing is ever reported: what waits for it stays as it is.
export function createIntersectionObserver() {
  const observer = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  };
  return observer;
}
