import { computed, useId } from 'vue'

/** What every field of a form takes. `error` is a whole sentence; it replaces the hint. */
export interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  optional?: boolean
}

/** The ids and attributes that tie a control to its label, hint and error. */
export function useField(props: FieldProps) {
  const id = useId()
  return {
    id,
    noteId: `${id}-note`,
    attributes: computed(() => ({
      id,
      'aria-invalid': props.error ? ('true' as const) : undefined,
      'aria-describedby': props.error || props.hint ? `${id}-note` : undefined,
    })),
  }
}
