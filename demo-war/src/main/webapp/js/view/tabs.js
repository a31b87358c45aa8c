/** On a narrow screen one pane is shown at a time; this says which. On a wide one all are there and it changes nothing. */
export class Tabs {
  constructor(shown) {
    for (const tab of buttons()) {
      tab.addEventListener('click', () => {
        this.show(tab.dataset.tab);
        shown(tab.dataset.tab);
      });
    }
    this.show('chat');
  }

  show(name) {
    document.body.dataset.tab = name;
    for (const tab of buttons()) {
      if (tab.dataset.tab === name) {
        tab.setAttribute('aria-current', 'page');
      } else {
        tab.removeAttribute('aria-current');
      }
    }
  }
}

function buttons() {
  return document.querySelectorAll('.tabs button');
}
