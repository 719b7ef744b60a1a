import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Audience, Course } from '../../courses/course.ts';
import { TooLong } from '../../credentials/credential.ts';
import type { Drawing } from '../../credentials/draw.ts';
import { LONGEST_NAME } from '../../credentials/open-badge.ts';
import { verifyFile } from '../../credentials/verify.ts';
import { saveBadge } from '../../progress/badges.ts';
import type { Fault } from '../../progress/store/fault.ts';
import { unsavedText } from '../course/Notices.tsx';
import type { OnOpen } from '../ui/Link.tsx';
import { useStatus } from '../ui/use-status.ts';
import { Badges } from './Badges.tsx';
import { CheckBadge, type Checked } from './CheckBadge.tsx';
import { checkedInWords } from './checked-in-words.ts';
import { MadeBadges } from './MadeBadges.tsx';
import { MakeBadge } from './MakeBadge.tsx';
import { signBadge } from './make-badge.ts';
import { readPacks } from './packs.ts';
import { pictureFor } from './picture.ts';
import { useEarned } from './use-earned.ts';

interface Props {
  course: Course;
  audience: Audience;
  completed: ReadonlySet<string>;
  writable: boolean;
  onAct: (action: () => Promise<void>) => Promise<Fault | undefined>;
  onOpen: OnOpen;
  onClose: () => void;
}

/** Checks files, the last one that was given. */
function useChecked() {
  const [checked, setChecked] = useState<Checked>();
  const turn = useRef(0);
  const onFile = async (file: File) => {
    const mine = ++turn.current;
    setChecked(undefined);
    const found = await checkedInWords(file.name, await verifyFile(file, await readPacks(), Date.now()));
    if (mine === turn.current) setChecked(found);
  };
  return { checked, onFile: (file: File) => void onFile(file) };
}

/** Where badges are made, taken away and checked. */
export function BadgeSheet({ course, completed, writable, onAct, onOpen, onClose, ...opened }: Props) {
  // Another window may choose another audience: the badge is for the one that this sheet was opened with.
  const [{ audience }] = useState(opened);
  const [name, setName] = useState('');
  const [withQuotes, setWithQuotes] = useState(false);
  const status = useStatus<'make'>();
  const [drawn, setDrawn] = useState<{ of: string; drawing: Drawing | undefined }>();
  const { earned, made, failed } = useEarned(course.id);
  const { checked, onFile } = useChecked();
  const { objectives } = audience;
  const quotes = earned.quotes.filter(({ about }) => objectives.some(({ id }) => id === about.id));
  const left = objectives.filter(({ id }) => !completed.has(id)).length;
  const given = name.trim().toWellFormed();

  // With another name the picture stays until it is drawn anew, with another course never.
  const of = JSON.stringify([course.id, audience.id]);
  useEffect(() => {
    let current = true;
    void pictureFor(course, audience.id, given, Date.now()).then((picture) => {
      if (current) setDrawn({ of, drawing: picture });
    });
    return () => {
      current = false;
    };
  }, [course, audience.id, given]);

  const make = () =>
    status.run(
      'make',
      async () => {
        const wanted = { course, audience: audience.id, name: given, withQuotes };
        const { badge, keyKept } = await signBadge(wanted);
        const fault = await onAct(async () => {
          await saveBadge(course.id, badge);
        });
        return fault ? unsavedText(fault) : i18n.t(keyKept ? 'badge.done' : 'badge.doneOnce');
      },
      (error) =>
        error instanceof TooLong ? i18n.t('badge.tooLong') : i18n.t('badge.failed', [String(error)]),
    );
  const check = (file: File) => {
    status.clear();
    onFile(file);
  };

  return (
    <Badges onFile={check} onClose={onClose}>
      {objectives.length > 0 && (
        <MakeBadge
          official={course.address}
          left={left}
          drawing={drawn?.of === of ? drawn.drawing : undefined}
          name={name}
          longestName={LONGEST_NAME}
          quotes={quotes.length}
          withQuotes={withQuotes}
          writable={writable}
          saying={status.at('make')?.sentence ?? failed}
          onName={setName}
          onWithQuotes={setWithQuotes}
          onMake={make}
          onOpen={onOpen}
        />
      )}
      {made.length > 0 && <MadeBadges badges={made} />}
      <CheckBadge checked={checked} onFile={check} />
    </Badges>
  );
}
