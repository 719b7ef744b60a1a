import type { Course, Resource } from '../../courses/course.ts';
import { pageOf } from '../../sites/address.ts';
import { addressOf } from '../../sites/index.ts';
import type { OpenedLink } from './redirects.ts';
import type { ShownPage } from './shown-page.ts';

/** The links of resources that were opened from the panel and have not landed yet, by the id of their tab: of each tab the last. */
export class OpenedLinks {
  readonly #links = new Map<number, OpenedLink>();

  /**
   * Takes note that something was opened, in place of what was opened in the tab before.
   * @param tabId the tab that it was opened in; undefined where the browser did not say
   * @param course the course of the resource
   * @param resource the resource whose link it is, if it is one's link
   * @param shown the page that was shown when it was opened
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
    // A heading of the same page: nothing loads, nothing lands.
    if (!address || pageOf(address) === before) return;
    const load = inPlace ? shown.tab.load : 0;
    this.#links.set(tabId, { course: course.id, resource, page: pageOf(address), before, load });
  }

  /** Looks whether what was opened in the shown tab has landed, and keeps where. */
  check(shown: ShownPage | undefined): void {
    const id = shown?.tab.id ?? -1;
    const link = this.#links.get(id);
    if (!shown || !link) return;
    void import('./redirects.ts').then(({ detectRedirect }) => {
      if (this.#links.get(id) === link && detectRedirect(link, shown)) this.#links.delete(id);
    });
  }
}
