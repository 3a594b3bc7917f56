import { useView } from '../../../bridge/linchuang.ts'

/** The hall's time as an ISO instant, renewed every second by main; `null` until the first beat. Only small parts ask. */
export const useNow = (): string | null => useView('beat')?.at ?? null
