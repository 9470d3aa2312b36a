/// The script of the copy buttons; a page reads the same without it.
enum HTMLScript {
  /// Copies a table as `text/html` and tab-separated text, a figure as PNG of three times its size.
  ///
  /// Fonts and borders stand on every cell, because word processors drop those of the table. A cell
  /// of text that a spreadsheet would take for a formula gets an apostrophe.
  static let copy: StaticString = #"""
    (() => {
      'use strict';
      const status = document.getElementById('melding');
      const say = text => { status.textContent = ''; setTimeout(() => { status.textContent = text; }, 50); setTimeout(() => { if (status.textContent === text) status.textContent = ''; }, 6000); };
      const numeric = cell => cell.classList.contains('n');
      const plain = cell => {
        let text = cell.textContent.replace(/\s+/g, ' ').trim();
        if (numeric(cell)) return text.replace(/ (?=%)/g, '').replace(/\u2212/g, '-');
        return /^[=+\-@]/.test(text) ? "'" + text : text;
      };
      const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
      const tableHTML = table => {
        const rows = [...table.rows].map(row => {
          const head = row.parentElement.tagName === 'THEAD';
          const bold = head || row.className === 'total' || row.className === 'part';
          const cells = [...row.cells].map(cell => {
            const style = "font-family:Calibri,Carlito,Arial,sans-serif;font-size:10pt;color:#000000;padding:2pt 5pt;vertical-align:top;" +
              'text-align:' + (numeric(cell) ? 'right' : 'left') + ';font-weight:' + (bold ? 'bold' : 'normal') + ';' +
              (head ? 'border-top:1.5pt solid #1d2731;border-bottom:1pt solid #1d2731' : 'border-bottom:0.5pt solid #999999');
            const tag = head ? 'th' : 'td';
            const text = numeric(cell) ? cell.textContent : (/^[=+\-@]/.test(cell.textContent.trim()) ? "'" : '') + cell.textContent;
            return '<' + tag + ' style="' + style + '">' + escape(text) + '</' + tag + '>';
          });
          return '<tr>' + cells.join('') + '</tr>';
        });
        const head = table.tHead ? table.tHead.rows.length : 0;
        return '<table style="border-collapse:collapse"><thead>' + rows.slice(0, head).join('') + '</thead><tbody>' + rows.slice(head).join('') + '</tbody></table>';
      };
      const copyTable = table => navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob([tableHTML(table)], { type: 'text/html' }),
        'text/plain': new Blob([[...table.rows].map(row => [...row.cells].map(plain).join('\t')).join('\r\n')], { type: 'text/plain' })
      })]);
      const png = svg => new Promise((resolve, reject) => {
        const box = svg.viewBox.baseVal;
        const image = new Image();
        image.onload = () => {
          const canvas = document.createElement('canvas');
          canvas.width = 3 * box.width;
          canvas.height = 3 * box.height;
          canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
          canvas.toBlob(blob => { if (blob) resolve(blob); else reject(new Error('leeg')); }, 'image/png');
        };
        image.onerror = () => reject(new Error('tekening'));
        image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(svg));
      });
      const copyFigure = svg => navigator.clipboard.write([new ClipboardItem({ 'image/png': png(svg) })]);
      for (const button of document.querySelectorAll('button[data-copy]')) {
        button.hidden = false;
        button.addEventListener('click', async () => {
          const block = document.getElementById(button.dataset.copy);
          const table = block.querySelector('table');
          try {
            await (table ? copyTable(table) : copyFigure(block.querySelector('svg')));
            say(button.dataset.name + ' is gekopieerd. Plak het in uw document.');
          } catch (error) {
            say('Kopiëren lukt niet in deze browser. Selecteer de inhoud en kopieer met Ctrl+C.');
          }
        });
      }
    })();

    """#
}
