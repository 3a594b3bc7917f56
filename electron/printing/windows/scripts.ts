/**
 * What Windows is asked, through its module PrintManagement. Every script answers with one line of JSON, also when it
 * fails: `{ ok, ... }`. Queues and jobs are compared as text (`-eq`), because `-Name` reads `[` and `*` as patterns.
 */

/** Names of the variables that scripts read. */
export const QUEUE_VARIABLE = 'LINCHUANG_QUEUE'
export const JOB_VARIABLE = 'LINCHUANG_JOB'

const framed = (body: string): string =>
  [
    '[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false',
    "$ProgressPreference = 'SilentlyContinue'",
    "$ErrorActionPreference = 'Stop'",
    'try {',
    body,
    '} catch {',
    '$answer = @{ ok = $false; error = [string]$_.FullyQualifiedErrorId; kind = [string]$_.CategoryInfo.Category }',
    '}',
    'ConvertTo-Json -InputObject $answer -Depth 4 -Compress'
  ].join('\n')

const PRINTER =
  '@{ name = [string]$_.Name; status = [string]$_.PrinterStatus; port = [string]$_.PortName; driver = [string]$_.DriverName }'

const JOB = '@{ id = [int]$_.Id; name = [string]$_.DocumentName; status = [string]$_.JobStatus }'

const MINE = `$queue = Get-Printer | Where-Object { $_.Name -eq $env:${QUEUE_VARIABLE} } | Select-Object -First 1`

/** All queues of this PC and of this person. */
export const LIST_QUEUES = framed(
  `$answer = @{ ok = $true; printers = @(Get-Printer | ForEach-Object { ${PRINTER} }) }`
)

/** One queue and its jobs; no queue of this name gives an empty list of printers. */
export const LOOK = framed(
  [
    MINE,
    '$jobs = @()',
    `if ($queue) { $jobs = @($queue | Get-PrintJob | ForEach-Object { ${JOB} }) }`,
    `$answer = @{ ok = $true; printers = @($queue | Where-Object { $_ } | ForEach-Object { ${PRINTER} }); jobs = $jobs }`
  ].join('\n')
)

/** Takes the jobs of one name out of a queue. */
export const REMOVE = framed(
  [
    MINE,
    `if ($queue) { $queue | Get-PrintJob | Where-Object { $_.DocumentName -ceq $env:${JOB_VARIABLE} } | Remove-PrintJob }`,
    '$answer = @{ ok = $true }'
  ].join('\n')
)
