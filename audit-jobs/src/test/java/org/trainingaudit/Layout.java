package org.trainingaudit;

import com.microsoft.playwright.Page;

/**
 * A page's outline as text: a line for each part, with its words, its left edge and its width in steps of 20 pixels. What is as
 * wide as words, or stands beside them, is told without: that is the font's, and machines have different ones.
 */
final class Layout {

    private static final String OUTLINE = """
            () => {
              const step = 20;
              const parts = 'header.bar, nav.rail, main, h1, h2, table, form, dl, button.main-act, svg.hbar, .box, .note, .side, footer';
              const lines = [];
              const near = n => Math.round(n / step) * step;
              for (const part of document.querySelectorAll(parts)) {
                const box = part.getBoundingClientRect();
                if (box.width < 1 || (part.closest('[popover]') && !part.matches('nav.rail'))) continue;
                const words = part.matches('h1, h2, button') ? part.innerText.replace(/\\s+/g, ' ').trim()
                  : part.matches('table') ? [...part.querySelectorAll('thead th')].map(th => th.innerText.trim()).join(' | ') : '';
                const place = part.matches('button, form, svg') ? '' : ' ' + near(box.left);
                const wide = part.matches('button, h1, h2, form, svg') ? '' : ' ' + near(box.width);
                const name = part.tagName.toLowerCase() + (part.classList[0] ? '.' + part.classList[0] : '');
                lines.push(name + place + wide + (words ? ' ' + words : ''));
              }
              const colours = getComputedStyle(document.body);
              const rest = document.documentElement.scrollWidth > innerWidth ? ' wider than the window' : '';
              return 'ground ' + colours.backgroundColor + ' text ' + colours.color + rest + '\\n' + lines.join('\\n') + '\\n';
            }
            """;

    private Layout() {}

    static String of(Page page) {
        return (String) page.evaluate(OUTLINE);
    }
}
