// The wall itself in a frame.
import type { RefObject } from 'preact';

interface WallFrameProps {
  /** The page's hash: what it is told. */
  told: string;
  title: string;
  frame?: RefObject<HTMLIFrameElement | null>;
  class: string;
  /** Width by height, where it is not the class's. */
  ratio?: number;
}

export function WallFrame({ told, title, frame, class: looks, ratio }: WallFrameProps) {
  return (
    <div
      class={`preview-frame ${looks}`}
      style={ratio === undefined ? {} : { aspectRatio: String(ratio), '--ratio': ratio }}
    >
      <iframe ref={frame ?? null} src={`/#preview=1${told}`} title={title} tabIndex={-1} loading="lazy" />
    </div>
  );
}
