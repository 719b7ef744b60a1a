import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

interface Props {
  /** The title of what it explains, for its accessible name. */
  about: string;
  /** What the reader clicks on, if that can say more than “Learn more”. */
  label?: string;
  children: ComponentChildren;
}

/** The rest of an explanation whose first line is always shown. */
export function LearnMore({ about, label = i18n.t('learnMore'), children }: Props) {
  return (
    <details class="learn-more">
      <summary>
        {label} <span class="unseen">{about}</span>
      </summary>
      <div class="quiet">{children}</div>
    </details>
  );
}
