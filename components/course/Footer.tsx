import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { type NextStep, nextStep, previousOf, tallySection } from '../../courses/status.ts';
import { browse, browsed, match, course as shownCourse, section as shownSection } from '../state/current.ts';
import { act, audience, isFilled, isFinished, progress, resume } from '../state/progress.ts';
import { open } from '../state/reader-actions.ts';
import { dismissUndo, done, undoLast } from '../state/undo.ts';
import { openSheet } from '../state/view.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Link } from '../ui/Link.tsx';
import { useScrollPadding } from '../ui/use-scroll-padding.ts';

/** What the reader has just done, with its Undo. */
function UndoBar() {
  const last = done.value;
  return (
    <div role="status" class="undo">
      {last && (
        <>
          <span>{last.sentence}</span>
          <ActionButton name={`undo ${last.action}`} class="plain" onAct={() => act(undoLast)}>
            {i18n.t('history.undo')}
          </ActionButton>
          <button type="button" class="tool" aria-label={i18n.t('dismiss')} onClick={() => dismissUndo()}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </>
      )}
    </div>
  );
}

/** The id of the text at which the reader goes on. */
const WORDS = 'goes-on';

type NamingKey = `next.${'resource' | 'unread' | 'earlier' | 'section' | 'unticked' | 'continue' | 'start'}`;

/** A letter that no text has. */
const PLACE = '\uE000';

/** A text with a title in it, which keeps its own direction of writing. */
function Naming({ text, title }: { text: NamingKey; title: string }) {
  const [before, after] = i18n.t(text, [PLACE]).split(PLACE);
  return (
    <span>
      {before}
      <bdi>{title}</bdi>
      {after}
    </span>
  );
}

const Arrow = () => <span aria-hidden="true">→</span>;

function Primary({
  children,
  onClick,
}: {
  children: ComponentChildren;
  onClick: (button: HTMLElement) => void;
}) {
  return (
    <button type="button" class="primary" onClick={({ currentTarget }) => onClick(currentTarget)}>
      <span>{children}</span>
      <Arrow />
    </button>
  );
}

function toObjectives(): void {
  const box = document.querySelector<HTMLElement>('.tick input:not(:checked)');
  box?.scrollIntoView({ block: 'center' });
  box?.focus();
}

/** The one button for what comes next. */
function Next({ step }: { step: NextStep }) {
  if (step.to === 'resource' || step.to === 'earlier') {
    const { resource } = step;
    const text = step.to === 'earlier' ? 'next.earlier' : step.skips ? 'next.unread' : 'next.resource';
    return (
      <Link class="primary" href={resource.address} resource={resource} onOpen={open}>
        <Naming text={text} title={resource.title} />
        <Arrow />
      </Link>
    );
  }
  if (step.to === 'objectives') {
    const { next: then } = step;
    return (
      <>
        <Primary onClick={toObjectives}>{i18n.t('next.tick')}</Primary>
        {then && (
          <button type="button" class="second" title={then.title} onClick={() => browse(then)}>
            {i18n.t('next.sectionShort')}
          </button>
        )}
      </>
    );
  }
  if (step.to === 'section' || step.to === 'unticked') {
    const text = step.to === 'section' ? 'next.section' : 'next.unticked';
    return (
      <Primary onClick={() => browse(step.section)}>
        <Naming text={text} title={step.section.title} />
      </Primary>
    );
  }
  return <Primary onClick={(button) => openSheet('badge', button)}>{i18n.t('badge.makeYours')}</Primary>;
}

/**
 * Where the reader goes on who is in no section: to the badge if all is read and ticked, to where they left off, or to the course's
 * first resource.
 */
function Begin() {
  const place = resume.value;
  const course = shownCourse.value;
  if (isFinished.value) return <Next step={{ to: 'badge' }} />;
  if (place)
    return (
      <Link class="primary" href={place.address} describedBy={WORDS} onOpen={open}>
        <Naming text="next.continue" title={place.title} />
        <Arrow />
      </Link>
    );
  const [first] = course.sections;
  if (!first) return null;
  const step = nextStep(course, first, undefined, audience.value, progress.value);
  const resource = step && 'resource' in step ? step.resource : undefined;
  // The first section may have only a video: it is where the course starts, unless its objectives are ticked.
  const isDone = tallySection(first, audience.value, progress.value).total > 0;
  const start = step?.to === 'section' && isDone ? step.section : first;
  if (!resource || first.resources.length === 0)
    return (
      <Primary onClick={() => browse(start)}>
        <Naming text="next.start" title={start.title} />
      </Primary>
    );
  return (
    <Link class="primary" href={resource.address} resource={resource} onOpen={open}>
      <Naming text="next.start" title={resource.title} />
      <Arrow />
    </Link>
  );
}

/** The way back, and the one button for what comes next. */
function Ways() {
  const course = shownCourse.value;
  const section = shownSection.value;
  const at = browsed.value ? undefined : match.value?.resource;
  const previous = section && previousOf(course, section, at);
  const step = section && nextStep(course, section, at, audience.value, progress.value);
  return (
    <>
      {previous && (
        <Link
          class="previous"
          label={i18n.t('here.previous', [previous.title])}
          href={previous.address}
          resource={previous}
          onOpen={open}
        >
          <span aria-hidden="true">←</span>
        </Link>
      )}
      {section ? step && <Next step={step} /> : <Begin />}
    </>
  );
}

/** The text at which the reader goes on, in one line. */
function Words() {
  const words = shownSection.value ? '' : resume.value?.words;
  return words ? (
    <p id={WORDS} class="quiet words" dir="auto">
      {words}
    </p>
  ) : null;
}

/** What was done, the way back and the way on, always in sight. */
export function Footer() {
  return (
    <footer ref={useScrollPadding('scrollPaddingBlockEnd')}>
      <UndoBar />
      {isFilled.value && <Words />}
      <nav aria-label={i18n.t('next.title')}>{isFilled.value && <Ways />}</nav>
    </footer>
  );
}
