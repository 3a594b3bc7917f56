import { DEMO_RULES } from './demo.ts'
import type { HallConfig } from './hall.ts'
import { defaultHallRules, type HallRules } from './rules.ts'

/** What a hall goes by before anybody has set anything: a demo hall by its invented authorities, every other by defaults. */
export function rulesOfHall(hall: Pick<HallConfig, 'demo'>): HallRules {
  return hall.demo ? DEMO_RULES : defaultHallRules()
}

/**
 * Recorded rules as they count today. A rule that the program learnt after they were recorded is missing there and takes
 * its default (shapes only grow).
 */
export function rulesFrom(recorded: Partial<HallRules>): HallRules {
  const defaults = defaultHallRules()
  return { ...defaults, ...recorded, lights: { ...defaults.lights, ...recorded.lights } }
}
