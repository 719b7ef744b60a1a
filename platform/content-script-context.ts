/**
 * Takes the place of WXT's context of a content script (see wxt.config.ts). WXT's sends an event and a message
 * through every page and keeps a listener there; ours has nothing to clean up, so it leaves nothing behind.
 */
export class ContentScriptContext {}
