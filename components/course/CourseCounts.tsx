import { i18n } from '#i18n';
import { formatNumber } from '../ui/locale.ts';

/** How much is in a course. */
export interface Counts {
  objectives: number;
  sections: number;
  resources: number;
  videos: number;
}

/** How much is in a course, on one line. */
export function CourseCounts({ objectives, sections, resources, videos }: Counts) {
  return (
    <p>
      {[
        i18n.t('library.objectives', objectives, [formatNumber(objectives)]),
        i18n.t('library.sections', sections, [formatNumber(sections)]),
        i18n.t('library.resources', resources, [formatNumber(resources)]),
        ...(videos > 0 ? [i18n.t('library.videos', videos, [formatNumber(videos)])] : []),
      ].join(' · ')}
    </p>
  );
}
