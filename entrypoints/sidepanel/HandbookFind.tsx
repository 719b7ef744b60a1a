import { useEffect, useState } from 'preact/hooks';
import { Find, type Found } from '../../components/Find.tsx';
import type { OnOpen } from '../../components/Link.tsx';

interface Props {
  onOpen: OnOpen;
  onClose: () => void;
}

type FindPages = (query: string, most: number) => Found[];

/** Find in the handbook. The field is there first; what it finds in loads while the reader begins to type. */
export function HandbookFind({ onOpen, onClose }: Props) {
  const [find, setFind] = useState<FindPages>();
  useEffect(() => {
    void import('./handbook-finder.ts').then(({ findInHandbook }) => setFind(() => findInHandbook));
  }, []);
  return <Find find={find} onOpen={onOpen} onClose={onClose} />;
}
