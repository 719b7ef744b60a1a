import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBackup } from '../../../../progress/export/format.ts';
import { schemaFiles } from '../../../../scripts/schema-files.ts';
import { anyRecords } from '../any-record.ts';

const NOW = Date.UTC(2026, 10, 23, 12);

describe('the published schema', () => {
  test.each(schemaFiles())('$file is the one that the program uses (npm run schemas)', ({ file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  // The validator only checks date formats with a plugin. The tests of import check the form of the date.
  const validate = new Ajv({ validateFormats: false }).compile(JSON.parse(schemaFiles()[0]?.text ?? ''));

  test('accepts every backup', () => {
    fc.assert(
      fc.property(anyRecords(NOW), (records) => {
        expect(validate(JSON.parse(writeBackup(records, '0.2.0', NOW)))).toBe(true);
      }),
    );
  });

  test.each([
    ['another format', { format: 'other' }],
    ['a newer version', { version: 2 }],
    [
      'a record that does not fit',
      { records: [{ key: ['c', 'completion', 'one'], value: 'perhaps', time: 1 }] },
    ],
    ['no records', { records: undefined }],
  ])('takes none with %s', (_, changes) => {
    const backup = JSON.parse(writeBackup([], '0.2.0', NOW));
    expect(validate(JSON.parse(JSON.stringify({ ...backup, ...changes })))).toBe(false);
  });
});
