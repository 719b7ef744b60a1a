import { i18n } from '#i18n';
import { Region } from '../ui/Region.tsx';
import { BadgePicture } from './BadgePicture.tsx';
import type { CheckResult } from './use-check-badge.ts';

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

interface Props {
  result: CheckResult | undefined;
  onFile: (file: File) => void;
}

/** The verifier: takes a badge file and shows whether it is valid. */
export function CheckBadge({ result, onFile }: Props) {
  const badge = result?.badge;
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
              // Lets the reader choose the same file again.
              currentTarget.value = '';
            }}
          />
        </label>
      </p>
      <div role="status" class="saying">
        {result && (
          <p>
            <bdi>{result.sentence}</bdi>
          </p>
        )}
        {result?.picture && <p>{result.picture}</p>}
      </div>
      {result && <p class="quiet">{i18n.t('badge.file', [result.file])}</p>}
      {badge && (
        <>
          <h3>{i18n.t('badge.signed')}</h3>
          <BadgePicture drawing={badge.drawing} />
          <Lines title={i18n.t('badge.checked')} lines={badge.checked} />
          <Lines title={i18n.t('badge.unknown')} lines={badge.unknown} />
          <h3>{i18n.t('objectives.all')}</h3>
          <ul class="lines">
            {badge.objectives.map(({ id, text, here, day, quotes }) => (
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
