// An amount of money in a scene; nothing on a screen that has no amounts (rule PV1).
import { shortFigure, signedFigure, useWall } from '../wall-context.ts';

interface Props {
  minor: number;
  /** With the currency, where the amount stands alone. */
  signed?: boolean;
}

export function Amount({ minor, signed = false }: Props) {
  const wall = useWall();
  const { figure, unit } = signed ? signedFigure(minor, 'short', wall) : shortFigure(minor, wall);
  return (
    <>
      {figure}
      {unit !== '' && <i>{unit}</i>}
    </>
  );
}
