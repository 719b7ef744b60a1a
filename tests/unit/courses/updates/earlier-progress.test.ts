import { expect, test } from 'vitest';
import { MOST } from '../../../../courses/limits.ts';
import { applyPageUpdate } from '../../../../courses/updates/apply-page-update.ts';
import { libraryPack } from '../../../fixtures/library-pack.ts';

const ids = (kind: string) =>
  Array.from({ length: MOST.earlier }, (_, at) => ({ id: `${kind}-${at}`, text: `${kind} ${at}` }));

test('what the reader did something with is never dropped, however much has been on the page before', () => {
  const stored = libraryPack({ earlier: { objectives: ids('earlier') } });
  const [everyone] = stored.audiences;
  if (!everyone) throw new Error('the course has no audience');
  const read = { ...stored, earlier: undefined, audiences: [{ ...everyone, objectives: [] }] };
  const lost = everyone.objectives.map(({ id }) => id);
  const after = (progress: string[]) =>
    applyPageUpdate(stored, read, { progress: new Set(progress) }).earlier?.objectives?.map(({ id }) => id) ??
    [];
  const [first = ''] = after([]);
  expect(after([])).toHaveLength(MOST.earlier);
  expect(first).not.toBe('earlier-0');
  expect(after(['earlier-0', ...lost])).toEqual(expect.arrayContaining(['earlier-0', ...lost]));
  expect(after(['earlier-0'])).toHaveLength(MOST.earlier);
});
