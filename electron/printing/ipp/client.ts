import {
  attribute,
  decodeResponse,
  encodeRequest,
  GROUP,
  type IppAttribute,
  type IppAttributes,
  type IppResponse,
  TAG
} from './message.ts'
import { httpUrl, NoContact, postIpp } from './transport.ts'

/** Operations (RFC 8011 §5.4.15). */
export const OPERATION = {
  printJob: 0x0002,
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  /** CUPS's own: every queue of a print service. */
  cupsGetPrinters: 0x4002
} as const

/** Job states (RFC 8011 §5.3.7). */
export const JOB_STATE = {
  pending: 3,
  held: 4,
  processing: 5,
  stopped: 6,
  canceled: 7,
  aborted: 8,
  completed: 9
} as const

export interface IppJob {
  readonly id: number
  readonly name: string
  readonly state: number
  /** Keywords without `none`. */
  readonly reasons: readonly string[]
}

export interface IppPrinterState {
  /** What people call it; empty where it says nothing. */
  readonly name: string
  readonly accepting: boolean
  readonly stopped: boolean
  /** Keywords without `none`. */
  readonly reasons: readonly string[]
  readonly operations: ReadonlySet<number>
  readonly formats: readonly string[]
  readonly media: readonly string[]
  readonly sides: readonly string[]
  readonly scalings: readonly string[]
  /** Of a queue: address of what stands behind it; empty where it does not say. */
  readonly device: string
}

/** The printer answered, and said no. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number

  constructor(status: number) {
    super(`status 0x${status.toString(16).padStart(4, '0')}`)
    this.status = status
  }
}

/** Statuses from here on say no (RFC 8011 §B.1). */
const FIRST_ERROR = 0x0100
const NOT_FOUND = 0x0406

const PRINTER_STOPPED = 5

const strings = (attributes: IppAttributes, name: string): readonly string[] =>
  (attributes.get(name) ?? []).filter((value) => typeof value === 'string')
const numbers = (attributes: IppAttributes, name: string): readonly number[] =>
  (attributes.get(name) ?? []).filter((value) => typeof value === 'number')
const reasons = (attributes: IppAttributes, name: string): readonly string[] =>
  strings(attributes, name).filter((reason) => reason !== 'none')

const JOB_WANTED = ['job-id', 'job-name', 'job-state', 'job-state-reasons']

const toJob = (attributes: IppAttributes): IppJob => ({
  id: numbers(attributes, 'job-id')[0] ?? 0,
  name: strings(attributes, 'job-name')[0] ?? '',
  state: numbers(attributes, 'job-state')[0] ?? 0,
  reasons: reasons(attributes, 'job-state-reasons')
})

const toState = (attributes: IppAttributes): IppPrinterState => ({
  name: ['printer-info', 'printer-name'].flatMap((name) => strings(attributes, name)).find((text) => text !== '') ?? '',
  accepting: attributes.get('printer-is-accepting-jobs')?.[0] !== false,
  stopped: numbers(attributes, 'printer-state')[0] === PRINTER_STOPPED,
  reasons: reasons(attributes, 'printer-state-reasons'),
  operations: new Set(numbers(attributes, 'operations-supported')),
  formats: strings(attributes, 'document-format-supported'),
  media: strings(attributes, 'media-supported'),
  sides: strings(attributes, 'sides-supported'),
  scalings: strings(attributes, 'print-scaling-supported'),
  device: strings(attributes, 'device-uri')[0] ?? ''
})

const STATE_WANTED = [
  'printer-name',
  'printer-info',
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'operations-supported',
  'document-format-supported',
  'media-supported',
  'sides-supported',
  'print-scaling-supported',
  'device-uri'
]

/** A queue of a print service. */
export interface IppQueue {
  /** Addresses it can be spoken to at. */
  readonly uris: readonly string[]
  readonly state: IppPrinterState
}

export interface IppClient {
  printerState(): Promise<IppPrinterState>
  /** Every queue of the print service at the address; for CUPS only. Rejects with Refused where there is none at all. */
  queues(): Promise<readonly IppQueue[]>
  /** Opens a job without a document. Prints nothing. */
  createJob(name: string, attributes: readonly IppAttribute[]): Promise<IppJob>
  /** Hands the document of an open job over; printing may begin with the first byte. */
  sendDocument(jobId: number, pdf: Uint8Array): Promise<IppJob>
  /** Job and document in one message, for printers without the two operations above. */
  printJob(name: string, attributes: readonly IppAttribute[], pdf: Uint8Array): Promise<IppJob>
  /** `null`: the printer knows no such job (any more). */
  job(jobId: number): Promise<IppJob | null>
  /** Jobs of that name, newest first, among those not finished and those the printer still remembers. */
  jobsNamed(name: string): Promise<readonly IppJob[]>
  /** Jobs that have not ended, whose name fits. */
  waitingJobs(fits: (name: string) => boolean): Promise<readonly IppJob[]>
  cancel(jobId: number): Promise<void>
}

export interface IppTimeouts {
  /** For a question. */
  readonly askMs: number
  /** For handing a document over. */
  readonly sendMs: number
}

/** Every method rejects with NoContact or Refused, and with nothing else. `socket`: path of a domain socket to go by. */
export function ippClient(uri: string, timeouts: IppTimeouts, socket: string | null = null): IppClient {
  const url = httpUrl(uri)
  let requestId = 0

  async function call(
    operation: number,
    operationAttributes: readonly IppAttribute[],
    more: { readonly job?: readonly IppAttribute[]; readonly data?: Uint8Array } = {}
  ): Promise<IppResponse> {
    requestId += 1
    const head = [
      attribute(TAG.charset, 'attributes-charset', 'utf-8'),
      attribute(TAG.naturalLanguage, 'attributes-natural-language', 'zh-cn'),
      attribute(TAG.uri, 'printer-uri', uri)
    ]
    const operationGroup = { tag: GROUP.operation, attributes: [...head, ...operationAttributes] }
    const groups = more.job?.length ? [operationGroup, { tag: GROUP.job, attributes: more.job }] : [operationGroup]
    const body = encodeRequest({ operation, requestId, groups, data: more.data })
    const answer = await postIpp(url, body, more.data ? timeouts.sendMs : timeouts.askMs, socket)
    let response: IppResponse
    try {
      response = decodeResponse(answer)
    } catch {
      throw new NoContact('answer is no IPP', true)
    }
    if (response.status >= FIRST_ERROR) throw new Refused(response.status)
    return response
  }

  const user = attribute(TAG.name, 'requesting-user-name', 'linchuang')
  const wanted = attribute(TAG.keyword, 'requested-attributes', ...JOB_WANTED)
  const format = attribute(TAG.mimeMediaType, 'document-format', 'application/pdf')
  const jobNamed = (name: string): IppAttribute => attribute(TAG.name, 'job-name', name)
  const target = (jobId: number): IppAttribute => attribute(TAG.integer, 'job-id', jobId)

  const group = (response: IppResponse, tag: number): IppAttributes =>
    response.groups.find((candidate) => candidate.tag === tag)?.attributes ?? new Map()

  async function jobs(which: 'not-completed' | 'completed'): Promise<readonly IppJob[]> {
    const response = await call(OPERATION.getJobs, [user, wanted, attribute(TAG.keyword, 'which-jobs', which)])
    return response.groups.filter((part) => part.tag === GROUP.job).map((part) => toJob(part.attributes))
  }

  return {
    async printerState() {
      const asked = attribute(TAG.keyword, 'requested-attributes', ...STATE_WANTED)
      return toState(group(await call(OPERATION.getPrinterAttributes, [user, asked]), GROUP.printer))
    },
    async queues() {
      const asked = attribute(TAG.keyword, 'requested-attributes', 'printer-uri-supported', ...STATE_WANTED)
      const response = await call(OPERATION.cupsGetPrinters, [user, asked])
      return response.groups
        .filter((part) => part.tag === GROUP.printer)
        .map(({ attributes }) => ({ uris: strings(attributes, 'printer-uri-supported'), state: toState(attributes) }))
    },
    async createJob(name, job) {
      return toJob(group(await call(OPERATION.createJob, [user, jobNamed(name)], { job }), GROUP.job))
    },
    async sendDocument(jobId, pdf) {
      const last = attribute(TAG.boolean, 'last-document', true)
      return toJob(
        group(await call(OPERATION.sendDocument, [target(jobId), user, format, last], { data: pdf }), GROUP.job)
      )
    },
    async printJob(name, job, pdf) {
      return toJob(group(await call(OPERATION.printJob, [user, jobNamed(name), format], { job, data: pdf }), GROUP.job))
    },
    async job(jobId) {
      try {
        return toJob(group(await call(OPERATION.getJobAttributes, [target(jobId), user, wanted]), GROUP.job))
      } catch (error) {
        if (error instanceof Refused && error.status === NOT_FOUND) return null
        throw error
      }
    },
    async jobsNamed(name) {
      const found = [...(await jobs('not-completed')), ...(await jobs('completed'))]
      return found.filter((job) => job.name === name).sort((a, b) => b.id - a.id)
    },
    async waitingJobs(fits) {
      return (await jobs('not-completed')).filter((job) => fits(job.name))
    },
    async cancel(jobId) {
      await call(OPERATION.cancelJob, [target(jobId), user])
    }
  }
}
