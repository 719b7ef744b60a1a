import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { HandInDocument } from './HandInDocument.tsx';
import type { HandInChoice } from './hand-in-query.ts';
import { today, useHandIn } from './use-hand-in.ts';

/** The page to print. */
export function HandInPage({ course, section, withNotes }: HandInChoice) {
  const { handIn, problem } = useHandIn(course, section, withNotes);
  const nothing = handIn?.parts.length === 0;
  const day = today();
  useEffect(() => {
    // Browsers suggest the title as the name of a printed file.
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
      {problem && <p role="alert">{problem}</p>}
      {handIn && <HandInDocument handIn={handIn} />}
      {nothing && <p>{i18n.t('handIn.nothing')}</p>}
      <p class="quiet">{i18n.t('handIn.asOf', [day])}</p>
    </main>
  );
}
