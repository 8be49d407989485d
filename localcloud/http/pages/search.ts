/** A box that leaves only those people on the page whose entry has the words typed. */
export const searchBox = (): string =>
  '<input class="search" type="search" data-search placeholder="找人：姓名、岗位、房号" aria-label="找人：姓名、岗位、房号" autocomplete="off"><p class="card quiet" data-nobody hidden>没有找到，换个词试试。</p><script src="/local/search.js" defer></script>';

/** What the box looks in. */
export const findable = (person: { key: string; nickname: string; title: string }, ...more: string[]): string =>
  [person.nickname, person.title, person.key, ...more].join(' ').toLowerCase();

export const SEARCH_SCRIPT = `
const box = document.querySelector('[data-search]');
const show = () => {
  const words = box.value.trim().toLowerCase().split(/\\s+/);
  let any = false;
  for (const group of document.querySelectorAll('[data-group]')) {
    let some = false;
    for (const entry of group.querySelectorAll('[data-find]')) {
      entry.hidden = !words.every((word) => entry.dataset.find.includes(word));
      if (!entry.hidden) some = true;
    }
    group.hidden = !some;
    any ||= some;
  }
  document.querySelector('[data-nobody]').hidden = any;
};
box.addEventListener('input', show);
show();
`;
