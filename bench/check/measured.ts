import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import * as z from 'zod';
import { check } from '../../src/check/check.js';
import type { Measured } from './measured-schema.js';

async function measureHere(file: string): Promise<Measured> {
  const files = new Map(
    z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(await readFile(file, 'utf8'))),
  );
  const characters = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  const before = process.memoryUsage.rss() / 1_048_576;
  const [start, startCpu] = [performance.now(), process.cpuUsage()];
  await check({ files });
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(startCpu);
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  return { files: files.size, characters, seconds, worked: (user + system) / 1_000_000, megabytes, before };
}

console.log(JSON.stringify(await measureHere(process.argv[2] ?? '')));
