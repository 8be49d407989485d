export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Times as people here read them: Beijing time. */
export const readTime = (at: number): string => {
  const beijing = new Date(at + 8 * 60 * 60 * 1000).toISOString();
  return `${Number(beijing.slice(5, 7))}月${Number(beijing.slice(8, 10))}日 ${beijing.slice(11, 16)}`;
};

/** @param body HTML, its texts already escaped. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/local/style.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;

export const hidden = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');

export const button = (
  action: string,
  fields: Record<string, string>,
  label: string,
  kind: 'plain' | 'primary' = 'plain',
): string =>
  `<form method="post" action="${escaped(action)}">${hidden(fields)}<button class="${kind}">${escaped(label)}</button></form>`;
