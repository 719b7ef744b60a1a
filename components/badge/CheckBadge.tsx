import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { BadgePicture, type Drawing } from './BadgePicture.tsx';

/** What came of checking a file, in words. */
export interface Checked {
  file: string;
  /** Whether it holds, or why not. */
  sentence: string;
  /** That the picture in the file was not checked; not there where there is none. */
  picture?: string | undefined;
  /** Of a badge that holds. */
  held?: {
    drawing: Drawing;
    checked: readonly string[];
    unknown: readonly string[];
    objectives: readonly {
      id: string;
      text: string;
      /** What the course says here, where that is in other words. */
      here: string | undefined;
      day: string;
      quotes: readonly string[];
    }[];
  };
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <>
    <h3>{title}</h3>
    <ul class="lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
);

/** The verifier: takes a file, and says what of it holds. */
export function CheckBadge({
  checked,
  onFile,
}: {
  checked: Checked | undefined;
  onFile: (file: File) => void;
}) {
  const held = checked?.held;
  return (
    <Region title={i18n.t('badge.check')} class="check">
      <p>{i18n.t('badge.checkExplained')}</p>
      <p class="actions">
        <label class="button">
          {i18n.t('badge.choose')}
          <input
            type="file"
            accept=".svg,.jwt,.jws,.json,image/svg+xml,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) onFile(file);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <div role="status" class="saying">
        {checked && (
          <p>
            <bdi>{checked.sentence}</bdi>
          </p>
        )}
        {checked?.picture && <p>{checked.picture}</p>}
      </div>
      {checked && <p class="quiet">{i18n.t('badge.file', [checked.file])}</p>}
      {held && (
        <>
          <h3>{i18n.t('badge.signed')}</h3>
          <BadgePicture drawing={held.drawing} />
          <Lines title={i18n.t('badge.checked')} lines={held.checked} />
          <Lines title={i18n.t('badge.unknown')} lines={held.unknown} />
          <h3>{i18n.t('objectives.title')}</h3>
          <ul class="lines">
            {held.objectives.map(({ id, text, here, day, quotes }) => (
              <li key={id}>
                <bdi>{text}</bdi> <span class="quiet">{day}</span>
                {here !== undefined && <p class="quiet">{i18n.t('badge.wordedHere', [here])}</p>}
                {quotes.map((quote) => (
                  <blockquote key={quote} dir="auto">
                    {quote}
                  </blockquote>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Region>
  );
}
