import { shallowRef } from 'vue'

/** A question before something is destroyed. */
export interface Question {
  title: string
  text: string
  /** A verb with its object, such as "Delete post". */
  action: string
  danger?: boolean
}

/** The question that `UiConfirm` shows now. */
export const openQuestion = shallowRef<(Question & { answer: (yes: boolean) => void }) | null>(null)

/** Asks; true when the person agrees. A second question answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  openQuestion.value?.answer(false)
  return new Promise((resolve) => {
    openQuestion.value = {
      ...question,
      answer(yes) {
        openQuestion.value = null
        resolve(yes)
      },
    }
  })
}
