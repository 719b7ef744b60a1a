// A separate module, so that the wrapper that makes the polyfill's CommonJS importable is loaded with it and not with the panel.
export { default } from 'webextension-polyfill';
