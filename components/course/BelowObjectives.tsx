import type { ComponentProps } from 'preact';
import { onDemand } from '../ui/on-demand.tsx';
import { CourseLists } from './CourseLists.tsx';

const Reached = onDemand(async () => (await import('../badge/Reached.tsx')).Reached);

/** What stands below the objectives: that all are reached, once they are, and what the course holds. */
export function BelowObjectives(props: ComponentProps<typeof CourseLists>) {
  const { course, audience, completed, onSheet } = props;
  const all = audience.objectives;
  const reached = all.length > 0 && all.every(({ id }) => completed.has(id));
  return (
    <>
      {reached && (
        <Reached course={course} audience={audience} onMake={(button) => onSheet('badge', button)} />
      )}
      <CourseLists {...props} />
    </>
  );
}
