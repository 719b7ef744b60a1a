// In a module of its own, so that what it needs to be read as a module loads with it and not with the panel.
export { default } from 'webextension-polyfill';
