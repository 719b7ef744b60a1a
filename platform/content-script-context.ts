/**
 * Replaces WXT's content script context (see `alias` in wxt.config.ts). WXT's posts an event and a message in every page and
 * keeps a listener there. Waymark's content script has nothing to clean up, so this class does nothing.
 */
export class ContentScriptContext {}
