// A part of the tab: drawn once, told when the supposition or the language has changed.

export interface Piece {
  element: HTMLElement;
  sync(): void;
}
