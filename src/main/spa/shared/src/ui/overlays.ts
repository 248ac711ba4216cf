import { inject, provide, type InjectionKey, type Ref } from 'vue'

const KEY: InjectionKey<Readonly<Ref<HTMLElement | null>>> = Symbol('overlays')

/** Says where the menus and tooltips of what is inside a dialog belong: everything beside it is hidden from readers. */
export function provideOverlays(element: Readonly<Ref<HTMLElement | null>>): void {
  provide(KEY, element)
}

/** The element that menus and tooltips are put into. */
export function useOverlays(): () => HTMLElement | string {
  const element = inject(KEY, null)
  return () => element?.value ?? '#overlays'
}
