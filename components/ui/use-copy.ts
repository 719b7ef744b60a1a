import { useState } from 'preact/hooks';

/** What came of copying a text: false if the browser refused. */
export interface Copied {
  text: string;
  isCopied: boolean;
}

/**
 * Copies texts to the clipboard.
 * @returns what came of the last attempt (undefined before the first, and while one runs), and the function that copies
 */
export function useCopy(): { last: Copied | undefined; copy: (text: string) => Promise<void> } {
  const [last, setLast] = useState<Copied>();
  const copy = async (text: string) => {
    // Removes the message about the previous attempt.
    setLast(undefined);
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setLast({ text, isCopied });
  };
  return { last, copy };
}
