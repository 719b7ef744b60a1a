import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayOf } from '../../progress/records.ts';
import { HandedIn } from './HandedIn.tsx';
import type { Asked } from './query.ts';
import { useHandIn } from './use-hand-in.ts';

/** What is handed in, as a page to be printed. */
export function HandInPage({ course, section, withNotes }: Asked) {
  const { handIn, trouble } = useHandIn(course, section, withNotes);
  const nothing = handIn?.parts.length === 0;
  const day = dayOf(Date.now());
  useEffect(() => {
    // What a file made by printing is called.
    if (handIn) document.title = `${handIn.title} ${day}`;
  }, [handIn?.title, day]);
  return (
    <main>
      <h1 class="unseen">{i18n.t('handIn.title')}</h1>
      <p class="actions">
        <button type="button" class="primary" disabled={!handIn} onClick={() => print()}>
          {i18n.t('handIn.printNow')}
        </button>
      </p>
      {trouble && <p role="alert">{trouble}</p>}
      {handIn && <HandedIn handIn={handIn} />}
      {nothing && <p>{i18n.t('handIn.nothing')}</p>}
      <p class="quiet">{i18n.t('handIn.asOf', [day])}</p>
    </main>
  );
}
