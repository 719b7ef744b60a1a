import type { Course, Resource } from '../../courses/course.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import type { OpenedLink } from './redirects.ts';
import type { ShownPage } from './shown-page.ts';

/** The resource links opened from the panel whose pages haven't loaded yet: the last link of each tab, by the tab's id. */
export class OpenedLinks {
  readonly #links = new Map<number, OpenedLink>();

  /**
   * Remembers a link that was opened, and forgets the tab's previous one.
   * @param tabId the tab in which it was opened; undefined if the browser didn't tell
   * @param course the course of the resource
   * @param resource undefined if the link isn't that of a resource; then nothing is remembered
   * @param shown the page that was shown when the link was opened
   */
  add(
    tabId: number | undefined,
    course: Course,
    resource: Resource | undefined,
    shown: ShownPage | undefined,
  ): void {
    if (tabId === undefined) return;
    this.#links.delete(tabId);
    const address = resource && addressOf(resource.address);
    const inPlace = shown?.tab.id === tabId;
    const before = inPlace && shown.address ? pageOf(shown.address) : undefined;
    // A link to a heading of the same page loads nothing.
    if (!address || pageOf(address) === before) return;
    const load = inPlace ? shown.tab.load : 0;
    this.#links.set(tabId, { course: course.id, resource, page: pageOf(address), before, load });
  }

  /** Checks whether the link that was opened in the shown tab has reached its page, and saves a redirect. */
  check(shown: ShownPage | undefined): void {
    const id = shown?.tab.id ?? -1;
    const link = this.#links.get(id);
    if (!shown || !link) return;
    void import('./redirects.ts').then(({ detectRedirect }) => {
      if (this.#links.get(id) === link && detectRedirect(link, shown)) this.#links.delete(id);
    });
  }
}
