import type { Audience, Course } from '../../courses/course.ts';

interface Props {
  course: Course;
  audience: Audience;
  /** Its id, by which a label names it; or its name, if no label is next to it. */
  id?: string;
  name?: string;
  disabled: boolean;
  onChoose: (id: string) => void;
}

/** The choice of the reader's audience. As with a tick, it shows when it is kept. */
export function AudienceSelect({ course, audience, id, name, disabled, onChoose }: Props) {
  return (
    <select
      id={id}
      aria-label={name}
      value={audience.id}
      disabled={disabled}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value;
        currentTarget.value = audience.id;
        onChoose(chosen);
      }}
    >
      {course.audiences.map((each) => (
        <option key={each.id} value={each.id}>
          {each.title}
        </option>
      ))}
    </select>
  );
}
