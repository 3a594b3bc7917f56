/**
 * Roles of the people who look after a grid, in the order in which a card names them: the seven kinds of grid staff of the
 * grid service, then the family doctor and the agent who runs errands for the old and the ill. Roles that nobody has in a
 * grid are not printed.
 */
export const GRID_ROLES = [
  'worker',
  'assistant',
  'police',
  'supervisor',
  'partySecretary',
  'judicial',
  'fire',
  'doctor',
  'agent'
] as const

export type GridRole = (typeof GRID_ROLES)[number]

/** As cards print them. */
export const GRID_ROLE_LABEL: Readonly<Record<GridRole, string>> = {
  worker: '网格员',
  assistant: '网格助理员',
  police: '社区民警',
  supervisor: '网格督导员',
  partySecretary: '党支部书记',
  judicial: '司法工作者',
  fire: '网格消防员',
  doctor: '家庭医生',
  agent: '代办员'
}

/** Only a grid worker answers for a whole grid. */
export const PRIMARY_ROLE: GridRole = 'worker'
