// Shows which card belongs to which words: pointing at one, or moving the keyboard to it, lights up both. Survives the preview's updates,
// because it listens on the document and not on the elements.
(() => {
  const light = (/** @type {Event} */ event, /** @type {boolean} */ on) => {
    const target = event.target instanceof Element ? event.target.closest('[data-fast-enough]') : null;
    const id = target?.getAttribute('data-fast-enough');
    if (!id) return;
    for (const element of document.querySelectorAll(`[data-fast-enough="${CSS.escape(id)}"]`))
      element.classList.toggle('fast-enough-active', on);
  };
  for (const [name, on] of /** @type {const} */ ([
    ['mouseover', true],
    ['focusin', true],
    ['mouseout', false],
    ['focusout', false],
  ])) {
    document.addEventListener(name, (event) => light(event, on));
  }
})();
