import { MemoryLog } from '../../electron/log/memoryLog.ts'
import { describeEventLog } from './eventLog.features.ts'
import { openLog, temporaryFolder } from './support/sample.ts'

describeEventLog('log in files', () => openLog(temporaryFolder()))
describeEventLog('log in files, with many segments', () => openLog(temporaryFolder(), { segmentBytes: 1500 }))
describeEventLog('log in memory', async () => new MemoryLog())
