/** Opens the browser's own dialogue for files when called. */
export function filePicker(page: Document, onFile: (file: File) => void): () => void {
  const input = page.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
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
