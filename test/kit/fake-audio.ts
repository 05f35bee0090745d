// An audio context that makes no sound and writes down what was asked of it.
export interface Heard {
  kind: 'tone' | 'noise' | 'sample';
  at: number;
}

class FakeParam {
  value = 1;
  setValueAtTime(): void {}
  linearRampToValueAtTime(): void {}
  exponentialRampToValueAtTime(): void {}
  setTargetAtTime(value: number): void {
    this.value = value;
  }
}

class FakeNode {
  readonly context: FakeAudioContext;
  readonly gain = new FakeParam();
  readonly frequency = new FakeParam();
  buffer: FakeBuffer | null = null;
  constructor(context: FakeAudioContext, kind: Heard['kind'] | null = null) {
    this.context = context;
    this.#kind = kind;
  }
  readonly #kind: Heard['kind'] | null;
  connect(): void {}
  disconnect(): void {}
  stop(): void {}
  start(at: number): void {
    const kind = this.#kind === 'noise' && this.buffer?.isSample ? 'sample' : this.#kind;
    if (kind) this.context.heard.push({ kind, at });
  }
}

class FakeBuffer {
  readonly isSample: boolean;
  constructor(isSample: boolean) {
    this.isSample = isSample;
  }
  getChannelData(): Float32Array {
    return new Float32Array(16);
  }
}

export class FakeAudioContext extends EventTarget {
  /** Whether a browser of this test lets a page sound without a key. */
  static startsAs: AudioContextState = 'running';
  static last: FakeAudioContext | null = null;
  state: AudioContextState = FakeAudioContext.startsAs;
  readonly heard: Heard[] = [];
  readonly destination = new FakeNode(this);
  readonly currentTime = 0;
  readonly sampleRate = 1000;
  constructor() {
    super();
    FakeAudioContext.last = this;
  }
  createGain = (): FakeNode => new FakeNode(this);
  createOscillator = (): FakeNode => new FakeNode(this, 'tone');
  createBufferSource = (): FakeNode => new FakeNode(this, 'noise');
  createBiquadFilter = (): FakeNode => new FakeNode(this);
  createBuffer = (): FakeBuffer => new FakeBuffer(false);
  decodeAudioData = (bytes: ArrayBuffer): Promise<FakeBuffer> =>
    bytes.byteLength === 0 ? Promise.reject(new Error('no sound')) : Promise.resolve(new FakeBuffer(true));
  resume(): Promise<void> {
    this.state = 'running';
    return Promise.resolve();
  }
  close = (): Promise<void> => Promise.resolve();
}
