/** Full years from a birth date to a day, both `YYYY-MM-DD`. Born on 29 February: the year is full on 1 March. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}
