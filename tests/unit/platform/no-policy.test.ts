import { describe, expect, test, vi } from 'vitest';

/** Loads the modules in a browser that lacks some storage areas, as Firefox for Android and Safari do. */
async function browserWith(storage: object) {
  vi.resetModules();
  vi.stubGlobal('browser', { storage });
  return {
    policy: await import('../../../platform/policy.ts'),
    drafts: await import('../../../components/notes/note-drafts.ts'),
  };
}

describe('in a browser without managed storage', () => {
  test('the policy is empty', async () => {
    const { policy } = await browserWith({ local: {} });
    expect(await policy.readPolicy()).toEqual({ courses: [], handbooks: [], problems: [] });
    expect(await policy.readPolicy()).toBe(await policy.readPolicy());
  });
});

describe('in a browser without session storage', () => {
  test('a note can be written, but its draft isn’t stored', async () => {
    const { drafts } = await browserWith({ local: {} });
    const about = { kind: 'objective', id: 'one' } as const;
    drafts.storeDraft('a-course', {
      about,
      text: 'Mine',
      quote: '',
      address: '',
      title: '',
      evidence: false,
    });
    drafts.removeDraft('a-course', undefined);
    expect(await drafts.readDraft('a-course', undefined)).toBeUndefined();
    expect(await drafts.readDrafts()).toEqual({});
    await drafts.removeDrafts();
  });
});
