// The list itself: every team with its reps, found by name, those who left folded away.
import { useState } from 'preact/hooks';
import type { RepView, TeamView } from '../../../shared/schemas/people.ts';
import { initialsOf } from '../../../shared/names.ts';
import { matches } from '../../kit/search.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { CheckField } from '../../kit/ui/Field.tsx';
import { useFormats } from '../../kit/ui/formats.ts';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { useToday } from '../dates.ts';
import { peopleText } from './texts.ts';
import { arrangeTeams, type People, type TeamNode } from './tree.ts';

interface RosterProps {
  people: People;
  onRep: (rep: RepView) => void;
  onTeam: (team: TeamView) => void;
}

export function Roster({ people, onRep, onTeam }: RosterProps) {
  const t = useText(peopleText);
  const locale = useLocale();
  const today = useToday();
  const [query, setQuery] = useState('');
  const [showsLeft, setShowsLeft] = useState(false);
  const hasLeft = (rep: RepView) => rep.leftOn !== null && rep.leftOn <= today;
  const leftCount = people.reps.filter(hasLeft).length;
  const found = people.reps.filter(
    (rep) => (showsLeft || !hasLeft(rep)) && (matches(rep.name, query) || matches(rep.email ?? '', query)),
  );
  const nodes = arrangeTeams(people.teams, found, locale).filter((node) => query === '' || node.size > 0);
  return (
    <>
      <div class="filters">
        <input
          class="input"
          type="search"
          value={query}
          placeholder={t('find')}
          aria-label={t('find')}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        {leftCount > 0 && (
          <CheckField label={t('showLeft', { count: leftCount })} isOn={showsLeft} onChange={setShowsLeft} />
        )}
      </div>
      {nodes.length === 0 && <p class="quiet">{t('noMatch')}</p>}
      {nodes.map((node) => (
        <Team key={node.team?.id ?? ''} node={node} onRep={onRep} onTeam={onTeam} />
      ))}
    </>
  );
}

function Team({ node, onRep, onTeam }: { node: TeamNode } & Omit<RosterProps, 'people'>) {
  const t = useText(peopleText);
  const { team, reps, depth, size } = node;
  const name = team?.name ?? t('unassigned');
  return (
    <section
      class={`panel team${reps.length === 0 ? ' team-bare' : ''}`}
      style={{ '--depth': String(depth) }}
      aria-label={name}
    >
      <div class="panel-head">
        <h2>
          {name} <small class="quiet">{t('count', { count: size })}</small>
        </h2>
        {team && (
          <Button size="small" look="plain" label={t('editNamed', { name })} onClick={() => onTeam(team)}>
            {t('edit')}
          </Button>
        )}
      </div>
      {reps.length > 0 && (
        <ul class="reps">
          {reps.map((rep) => (
            <Rep key={rep.id} rep={rep} onEdit={() => onRep(rep)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Rep({ rep, onEdit }: { rep: RepView; onEdit: () => void }) {
  const t = useText(peopleText);
  const { percent } = useFormats();
  const today = useToday();
  return (
    <li class={`rep${rep.leftOn !== null && rep.leftOn <= today ? ' rep-left' : ''}`}>
      <span class="avatar" aria-hidden="true">
        {initialsOf(rep.name)}
      </span>
      <span class="rep-name">
        <strong>{rep.name}</strong>
        <small class="quiet">{rep.email}</small>
      </span>
      <span class="rep-notes">
        {rep.leftOn !== null && <span class="badge">{t('leftOn', { date: rep.leftOn })}</span>}
        {rep.joinedOn !== null && rep.joinedOn > today && (
          <span class="badge">{t('joinsOn', { date: rep.joinedOn })}</span>
        )}
        {rep.workShareBp < 10_000 && (
          <span class="badge">{t('share', { share: percent(rep.workShareBp / 10_000) })}</span>
        )}
        <span class={`badge ${rep.hasAccount ? 'badge-good' : ''}`}>{t(rep.hasAccount ? 'account' : 'noAccount')}</span>
      </span>
      <Button size="small" label={t('editNamed', { name: rep.name })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </li>
  );
}
