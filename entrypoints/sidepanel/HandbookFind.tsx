import { useEffect, useState } from 'preact/hooks';
import { Find, type Found } from '../../components/Find.tsx';
import type { OnOpen } from '../../components/Link.tsx';

interface Props {
  /** What it was asked for from: the focus goes back there. */
  from: HTMLElement;
  onOpen: OnOpen;
  onClose: (from: undefined) => void;
}

type FindPages = (query: string, most: number) => Found[];

/** Find in the handbook. The field is there first; what it finds in loads while the reader begins to type. */
export function HandbookFind({ from, onOpen, onClose }: Props) {
  const [find, setFind] = useState<FindPages>();
  useEffect(() => {
    void import('./handbook-finder.ts').then(({ findInHandbook }) => setFind(() => findInHandbook));
  }, []);
  const close = () => {
    // The browser gives the focus back to what had it, which on a Mac is no button that was clicked.
    from.focus();
    onClose(undefined);
  };
  return <Find find={find} onOpen={onOpen} onClose={close} />;
}
