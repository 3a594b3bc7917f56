import { createContext, useContext } from 'react'
import {
  type FieldError,
  type FieldErrors,
  type FieldPath,
  get,
  type UseFormReturn,
  useFormContext
} from 'react-hook-form'
import type { HallConfig } from '../../../../shared/domain/hall/hall.ts'
import { defaultHallService } from '../../../../shared/domain/hall/service.ts'
import { type ServiceValues, valuesOf } from './model/values.ts'

export type ServicePath = FieldPath<ServiceValues>

/** What the pages know beside what is typed. */
export interface Surroundings {
  readonly hall: Pick<HallConfig, 'groups' | 'counters'>
  /** `YYYY-MM-DD`. */
  readonly today: string
}

export const AroundForm = createContext<Surroundings>({ hall: { groups: [], counters: [] }, today: '' })

export const useAround = (): Surroundings => useContext(AroundForm)

export const useServiceForm = (): UseFormReturn<ServiceValues> => useFormContext<ServiceValues>()

/** The sentence beside a field; of a whole list, the one that concerns the list. */
export function useErrorAt(path: ServicePath): string | undefined {
  const { formState } = useServiceForm()
  const error = get<FieldErrors<ServiceValues>, FieldError | undefined>(formState.errors, path)
  return error?.message ?? error?.root?.message
}

export const lettersOf = ({ groups }: Surroundings['hall']): readonly string[] => groups.map(({ code }) => code)

/** What a hall goes by that has set nothing, as it would be typed. */
export const STANDARD: ServiceValues = valuesOf(defaultHallService(), [])
