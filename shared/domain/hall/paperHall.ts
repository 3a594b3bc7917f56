import type { PaperHall } from '../../documents/papers.ts'
import type { HallConfig } from './hall.ts'

/** What papers print of the hall. */
export function paperHall(hall: HallConfig): PaperHall {
  const { name, authorityName, address, hours, enquiryPhone, supervisionPhone, demo } = hall
  return { name, authorityName, address, hours, enquiryPhone, supervisionPhone, demo }
}
