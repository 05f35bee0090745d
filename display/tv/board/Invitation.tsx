// An empty period invites the first win.
import './invite.css';
import { isMoney } from '../../../shared/metric.ts';
import type { Snapshot } from '../../../shared/patch.ts';
import { Face } from '../Face.tsx';
import type { Shape } from './layout.ts';
import { signedFigure, useWall } from '../wall-context.ts';

/** As many faces as make two calm lines. */
const FACES: Record<Shape, number> = { landscape: 23, wide: 23, portrait: 11 };

export function Invitation({ snapshot, shape }: { snapshot: Snapshot; shape: Shape }) {
  const wall = useWall();
  const { say } = wall;
  const faces = FACES[shape];
  const { rows, subjects, total, period } = snapshot.standings;
  const quota =
    total.quota === null || wall.privacy.hideAmounts || !isMoney(snapshot.definition.metric)
      ? null
      : signedFigure(total.quota, 'short', wall);
  return (
    <section class="invite">
      <div class="invite-place">
        <span class="invite-ring" />
        <span class="invite-one">1</span>
      </div>
      <div class="invite-words">
        <p class="invite-kicker">{period?.name ?? say('inviteKicker')}</p>
        <h2 class="invite-title">{say('inviteTitle')}</h2>
        <p class="invite-text">{say('inviteText')}</p>
        {quota && (
          <p class="invite-quota">
            {say('inviteQuota')} <b>{quota.figure}</b> <i>{quota.unit}</i>
          </p>
        )}
        <ul class="invite-faces">
          {rows.slice(0, faces).map((row) => (
            <li key={row.subjectId}>
              <Face name={row.name} photoId={row.photoId} />
            </li>
          ))}
          {subjects > faces && <li class="face face--more">+{subjects - faces}</li>}
        </ul>
      </div>
    </section>
  );
}
