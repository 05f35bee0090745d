// What stands over every scene.
export function StageHead({ title, lead }: { title: string; lead?: string | undefined }) {
  return (
    <header class="stage-head">
      <h2 class="stage-title">{title}</h2>
      {lead !== undefined && <p class="stage-lead">{lead}</p>}
    </header>
  );
}
