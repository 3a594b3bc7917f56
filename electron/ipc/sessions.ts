import type { Role } from '../../shared/domain/staff/staff.ts'

/** Who is signed in at a screen. Lives in memory only: a restart asks for the password again. */
export interface Session {
  readonly personId: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly counter: number | null
}

export class Sessions {
  private readonly byContents = new Map<number, Session>()

  of(contentsId: number): Session | null {
    return this.byContents.get(contentsId) ?? null
  }

  open(contentsId: number, session: Session): void {
    this.byContents.set(contentsId, session)
  }

  close(contentsId: number): void {
    this.byContents.delete(contentsId)
  }

  /** Ends whatever that person has open, wherever that is. */
  closePerson(personId: string): void {
    for (const [contentsId, session] of this.byContents) if (session.personId === personId) this.close(contentsId)
  }

  /** The session of the one counter screen of this PC, for the views pushed to it. */
  only(): Session | null {
    return [...this.byContents.values()][0] ?? null
  }
}
