/** Opens the browser's own dialogue for a file when called. */
export const filePicker = (page: Document, onFile: (file: File) => void): (() => void) =>
  picker(page, false, ([file]) => {
    if (file) onFile(file);
  });

/** The same for several files at once. */
export const filesPicker = (page: Document, onFiles: (files: readonly File[]) => void): (() => void) =>
  picker(page, true, (files) => {
    if (files.length > 0) onFiles(files);
  });

function picker(page: Document, multiple: boolean, onFiles: (files: readonly File[]) => void): () => void {
  const input = page.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept =
    '.xlsx,.xlsm,.csv,.txt,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv';
  input.addEventListener('change', () => onFiles([...(input.files ?? [])]));
  return () => {
    // Forgets the last choice, so that a mended file of the same name counts as a new one.
    input.value = '';
    input.click();
  };
}

/** Takes files that are dropped anywhere on the page, which the browser would otherwise open instead of it. */
export function filesDroppedOn(page: Document, onFiles: (files: readonly File[]) => void): void {
  const { classList } = page.documentElement;
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  page.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    classList.add('dropping');
  });
  page.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) classList.remove('dropping');
  });
  page.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    classList.remove('dropping');
    onFiles([...(event.dataTransfer?.files ?? [])]);
  });
}
