import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { HandedNote, HandedPart, HandIn } from '../../courses/hand-in/hand-in.ts';
import type { HandInLabels } from '../../courses/hand-in/markdown.ts';

/** The texts around the reader's work, in the interface language. */
export const labels: HandInLabels = {
  edition: (month) => i18n.t('handIn.edition', [month]),
  audience: (title) => i18n.t('handIn.audience', [title]),
  ticked: ({ done, total }) => i18n.t('course.objectives', [done, total]),
  read: ({ done, total }) => i18n.t('handIn.read', [done, total]),
  evidence: i18n.t('handIn.evidence'),
  badge: (day) => i18n.t('handIn.badge', [day]),
};

/** A link. On paper its address is printed after it, without the text fragment of a quote. */
function PrintedLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} data-address={href.replace(/#?:~:.*/, '')} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim());

function Note({ quote, text, title, evidence, link }: HandedNote) {
  return (
    <li>
      {evidence && <p class="quiet">{labels.evidence}</p>}
      {quote && (
        <blockquote>
          {linesOf(quote).map((line, at) => (
            <p key={at} dir="auto">
              {line}
            </p>
          ))}
          <p class="quiet">
            —{' '}
            <PrintedLink href={link}>
              <bdi>{title || link}</bdi>
            </PrintedLink>
          </p>
        </blockquote>
      )}
      {linesOf(text).map((line, at) => (
        <p key={at} dir="auto">
          {line}
        </p>
      ))}
    </li>
  );
}

interface ItemProps {
  children: ComponentChildren;
  day: string | undefined;
  notes: HandedNote[];
}

function Item({ children, day, notes }: ItemProps) {
  return (
    <div>
      <div dir="auto">
        {children}
        {day && <span class="quiet"> ({day})</span>}
      </div>
      {notes.length > 0 && (
        <ul class="lines">
          {notes.map((note, at) => (
            <Note key={at} {...note} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Box({ ticked }: { ticked: boolean }) {
  return (
    <svg
      class="box"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      role="img"
      aria-label={i18n.t(ticked ? 'handIn.ticked' : 'handIn.open')}
    >
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="2" />
      {ticked && <path d="M4.5 8.5l2.5 2.5 4.5-6" />}
    </svg>
  );
}

function Part({ id, title, address, objectives, resources, read }: HandedPart) {
  return (
    <>
      {id !== undefined && (
        <h3 dir="auto">{address ? <PrintedLink href={address}>{title}</PrintedLink> : title}</h3>
      )}
      {objectives.length > 0 && (
        <ul class="tasks">
          {objectives.map(({ id, text, ticked, notes }) => (
            <li key={id}>
              <Box ticked={ticked !== undefined} />
              <Item day={ticked} notes={notes}>
                {text}
              </Item>
            </li>
          ))}
        </ul>
      )}
      {resources.length > 0 && (
        <>
          {read && <p>{labels.read(read)}</p>}
          <ul class="lines">
            {resources.map(({ id, title, address, visited, notes }) => (
              <li key={id}>
                <Item day={visited} notes={notes}>
                  {address ? <PrintedLink href={address}>{title}</PrintedLink> : title}
                </Item>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The reader's work as it is handed in: as a preview, and on the page to print. */
export function HandInDocument({ handIn }: { handIn: HandIn }) {
  return (
    <div class="handed-in">
      <h2 dir="auto">
        <PrintedLink href={handIn.address}>{handIn.title}</PrintedLink>
      </h2>
      <p class="quiet">
        {[
          labels.audience(handIn.audience),
          labels.edition(handIn.edition),
          labels.ticked(handIn.ticked),
        ].join(' · ')}
      </p>
      {handIn.parts.map((part) => (
        <Part key={part.id ?? ''} {...part} />
      ))}
      {handIn.badge && <p>{i18n.t('handIn.badgeMade', [handIn.badge.day])}</p>}
    </div>
  );
}
