// What other features may ask about pictures of voices.
export { photoKeeper } from './photo.keeper.ts';
export { attachPhotos, fileOfPhoto, photosOf } from './photo.store.ts';
export { sendPhoto } from './send-photo.ts';
