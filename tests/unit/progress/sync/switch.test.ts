import { describe, expect, test } from 'vitest';
import { followSwitch, isSyncOn, switchSync } from '../../../../progress/sync/switch.ts';

function localArea(items: Record<string, unknown> = {}) {
  const listeners = new Set<() => void>();
  return {
    get: async () => ({ ...items }),
    set: async (more: Record<string, unknown>) => {
      Object.assign(items, more);
      for (const listener of listeners) listener();
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the sync switch', () => {
  test('is off until it is switched on', async () => {
    expect(await isSyncOn(localArea())).toBe(false);
    expect(await isSyncOn(localArea({ sync: 'yes' }))).toBe(false);
  });

  test('is followed by every panel, however quickly it changes', async () => {
    const local = localArea();
    const seen: string[] = [];
    const start = async () => {
      seen.push('start');
      return () => void seen.push('stop');
    };
    const end = followSwitch(local, local.onChange, start, () => void seen.push('off'));
    await settled();
    expect(seen).toEqual([]);
    await switchSync(local, true);
    await switchSync(local, true);
    await settled();
    expect(seen).toEqual(['start']);
    await switchSync(local, false);
    await settled();
    expect(seen).toEqual(['start', 'stop', 'off']);
    await switchSync(local, true);
    end();
    await settled();
    await switchSync(local, true);
    await settled();
    expect(seen.filter((word) => word === 'start')).toHaveLength(
      seen.filter((word) => word === 'stop').length,
    );
  });

  test('stays as it was if it cannot be read', async () => {
    const local = { ...localArea(), get: () => Promise.reject(new Error('no')) };
    let started = false;
    const end = followSwitch(
      local,
      local.onChange,
      async () => {
        started = true;
        return () => {};
      },
      () => {},
    );
    await settled();
    end();
    expect(started).toBe(false);
  });
});
