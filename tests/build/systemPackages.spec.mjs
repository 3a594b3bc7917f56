import { expect, it } from 'vitest'
import { missingLibraries } from '../../build/runtime/systemPackages.mjs'

const listing = `	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /opt/electron/libffmpeg.so (0x00007f)
	libnss3.so => not found
	libatk-1.0.so.0 => not found
	libasound.so.2 => not found
	libgbm.so.1 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
`

it('each library that the loader does not find is laid at the door of a package', () => {
  expect(missingLibraries(listing).map(({ what, names }) => [what, names.at(-1)])).toEqual([
    ['libnss3.so', 'libnss3'],
    ['libatk-1.0.so.0', 'libgtk-3-0'],
    ['libasound.so.2', 'libasound2'],
    ['libgbm.so.1', 'libgbm1']
  ])
})

it('a complete program lacks nothing', () => {
  expect(missingLibraries('\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n')).toEqual([])
})
