/** One calm stylesheet for the pages of the local cloud. */
export const STYLE = `
:root { --primary: #0B7A75; --ground: #F5F7F8; --text: #1F2933; --quiet: #52606D; --line: #E4E7EB; --card: #FFFFFF; --refused: #B42318; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.6 -apple-system, BlinkMacSystemFont, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 480px; margin: 0 auto; padding: 24px 16px 48px; }
main.wide { max-width: 720px; }
h1 { font-size: 24px; line-height: 1.3; margin: 8px 0 4px; }
h2 { font-size: 16px; margin: 28px 0 10px; color: var(--quiet); font-weight: 600; }
p { margin: 6px 0; }
.quiet { color: var(--quiet); font-size: 14px; }
.card { background: var(--card); border-radius: 12px; padding: 14px 16px; margin: 10px 0; border: 1px solid var(--line); overflow-wrap: anywhere; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
a { color: var(--primary); }
button { font: inherit; min-height: 44px; padding: 8px 16px; border-radius: 12px; border: 1px solid var(--line); background: var(--card); color: var(--text); cursor: pointer; }
.search { width: 100%; margin: 14px 0 0; }
[hidden] { display: none !important; }
button.big { width: 100%; min-height: 56px; font-size: 18px; font-weight: 600; margin: 12px 0; }
.newcomer { border: 2px solid var(--primary); background: #EFF8F7; }
.code { font: 600 28px/1.4 ui-monospace, Menlo, Consolas, monospace; letter-spacing: 2px; user-select: all; }
button.primary { background: var(--primary); border-color: var(--primary); color: #fff; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid #7FC8C4; outline-offset: 2px; }
.person { display: flex; gap: 12px; align-items: center; width: 100%; text-align: left; margin: 8px 0; padding: 12px 14px; }
.person:hover, a.card:hover { border-color: var(--primary); }
.face { flex: none; width: 44px; height: 44px; border-radius: 50%; background: #DDF1EF; color: var(--primary); display: grid; place-items: center; font-weight: 600; }
.person strong { display: block; line-height: 1.4; }
.person small { display: block; color: var(--quiet); font-size: 14px; line-height: 1.4; }
a.card { display: block; color: inherit; text-decoration: none; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 8px 0 0; }
dt { color: var(--quiet); } dd { margin: 0; }
.refused { border-left: 4px solid var(--refused); }
.refused .why { color: var(--refused); }
.stamp { display: flex; justify-content: space-between; gap: 12px; color: var(--quiet); font-size: 14px; }
code { background: #EDF2F3; border-radius: 6px; padding: 1px 6px; font-size: 14px; overflow-wrap: anywhere; }
pre { background: #EDF2F3; border-radius: 12px; padding: 12px; overflow-x: auto; font-size: 14px; }
input, select { font: inherit; min-height: 44px; padding: 6px 12px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); max-width: 100%; }
label { display: flex; justify-content: space-between; gap: 12px; align-items: center; padding: 4px 0; line-height: 1.4; }
label input, label select { flex: none; width: 112px; }
`;
