// One playlist as it is edited, with the wall beside it.
import { useState } from 'preact/hooks';
import { LAYOUTS, type Playlist } from '../../../shared/scenes.ts';
import type { PlaylistView, WallView } from '../../../shared/schemas/wall.ts';
import { SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useText } from '../../kit/ui/locale.ts';
import { ProblemNote } from '../../kit/ui/Problem.tsx';
import { useSubmit, type Submit } from '../../kit/ui/submit.ts';
import { createPlaylist, putPlaylist, removePlaylist } from '../calls.ts';
import { ConfirmButton } from '../ConfirmButton.tsx';
import { routeTo } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { bodyOf } from './playlist-form.ts';
import { Preview } from './Preview.tsx';
import { SceneList } from './SceneList.tsx';
import { wallText } from './texts.ts';

interface PlaylistEditorProps {
  /** What is edited; one without an id is new. */
  playlist: Playlist;
  wall: WallView;
  onSaved: (playlist: PlaylistView) => Promise<void>;
  onRemoved: () => Promise<void>;
}

export function PlaylistEditor({ playlist, wall, onSaved, onRemoved }: PlaylistEditorProps) {
  const t = useText(wallText);
  const submit = useSubmit();
  const [form, setForm] = useState(playlist);
  const [scene, setScene] = useState<number | null>(0);
  const [isSaved, setSaved] = useState(false);
  const isNew = playlist.id === '';
  const set = (change: Partial<Playlist>) => {
    setSaved(false);
    setForm({ ...form, ...change });
  };
  const save = async () => {
    setSaved(
      await submit.run(async () => {
        const body = bodyOf(form);
        await onSaved(isNew ? await createPlaylist(body) : await putPlaylist(playlist.id, body));
      }),
    );
  };
  return (
    <>
      <SectionHead title={isNew ? t('newPlaylist') : playlist.name}>
        <a class="button button-quiet" href={routeTo('wall')}>
          {t('back')}
        </a>
      </SectionHead>
      <div class="with-preview">
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <PlaylistFields form={form} set={set} submit={submit} />
          <SceneList
            items={form.items}
            shown={scene}
            onItems={(items) => set({ items })}
            onShow={setScene}
            submit={submit}
          />
          <ProblemNote error={submit.error} shown={['name', ...shownFields(form.items.length)]} />
          <SaveBar isBusy={submit.isBusy} isDisabled={form.items.length === 0} isSaved={isSaved} saved={t('saved')}>
            {!isNew && <Remove playlist={playlist} onRemoved={onRemoved} />}
          </SaveBar>
        </form>
        <Preview playlist={form} wall={wall} scene={scene} onPlayAll={() => setScene(null)} />
      </div>
    </>
  );
}

function Remove({ playlist: { id, name }, onRemoved }: Pick<PlaylistEditorProps, 'playlist' | 'onRemoved'>) {
  const t = useText(wallText);
  return (
    <ConfirmButton
      look="plain"
      action={t('removePlaylist')}
      title={t('removeTitle', { name })}
      text={t('removeText')}
      onDo={async () => {
        await removePlaylist(id);
        await onRemoved();
      }}
    />
  );
}

interface PlaylistFieldsProps {
  form: Playlist;
  set: (change: Partial<Playlist>) => void;
  submit: Submit;
}

function PlaylistFields({ form, set, submit }: PlaylistFieldsProps) {
  const t = useText(wallText);
  return (
    <div class="panel form">
      <TextField
        label={t('playlistName')}
        hint={t('playlistNameHint')}
        value={form.name}
        onValue={(name) => set({ name })}
        error={submit.fieldError('name')}
        input={{ required: true, maxLength: 120, autocomplete: 'off' }}
      />
      <SelectField
        label={t('layout')}
        value={form.layout}
        choices={LAYOUTS.map((layout) => ({ value: layout, label: t(layout) }))}
        onValue={(layout) => set({ layout })}
      />
    </div>
  );
}

function shownFields(count: number): string[] {
  const fields = ['seconds', 'title', 'text', 'imageId'];
  return Array.from({ length: count }, (_, index) => fields.map((field) => `items.${index}.${field}`)).flat();
}
