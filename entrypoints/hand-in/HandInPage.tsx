import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { HandedIn } from '../../components/hand-in/HandedIn.tsx';
import { dayOf } from '../../progress/records.ts';
import { useHandIn } from '../sidepanel/hand-in/use-hand-in.ts';
import type { Asked } from './query.ts';

/** What is handed in, as a page to be printed. */
export function HandInPage({ course, section, withNotes }: Asked) {
  const { handIn, trouble } = useHandIn(course, section, withNotes);
  const day = dayOf(Date.now());
  useEffect(() => {
    // What a file made by printing is called.
    document.title = `${course.title} ${day}`;
  }, [course, day]);
  return (
    <main>
      <p class="actions">
        <button type="button" class="primary" disabled={!handIn} onClick={() => print()}>
          {i18n.t('handIn.printNow')}
        </button>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      {handIn && <HandedIn handIn={handIn} />}
      {handIn?.parts.length === 0 && <p>{i18n.t('handIn.nothing')}</p>}
      <p class="quiet">{i18n.t('handIn.asOf', [day])}</p>
    </main>
  );
}
