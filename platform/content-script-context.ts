/**
 * Replaces WXT's content script context (see `alias` in wxt.config.ts), which dispatches an event, posts a message and adds a listener
 * in every page. Waymark's content script has nothing to clean up, so this class does nothing.
 */
export class ContentScriptContext {}
