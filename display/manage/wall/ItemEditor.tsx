// One scene of a playlist: which, for how long, when, and what an announcement says.
import type { FieldError } from '../../../shared/problem.ts';
import { SCENES, type PlaylistItem } from '../../../shared/scenes.ts';
import { Button } from '../../kit/ui/Button.tsx';
import { AreaField, CheckField, SelectField, TextField } from '../../kit/ui/Field.tsx';
import { useLocale, useText } from '../../kit/ui/locale.ts';
import { weekdayNames } from '../day-names.ts';
import { HoursFields } from '../HoursFields.tsx';
import { timeOf } from '../../kit/times.ts';
import { Weekdays } from '../Weekdays.tsx';
import { MediaField } from './MediaField.tsx';
import { NOTICE } from '../../kit/picture-file.ts';
import { wallText } from './texts.ts';

interface ItemEditorProps {
  item: PlaylistItem;
  index: number;
  count: number;
  isShown: boolean;
  onItem: (item: PlaylistItem) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
  onShow: () => void;
  fieldError: (name: string) => FieldError | undefined;
}

export function ItemEditor(props: ItemEditorProps) {
  const { item, index, count, isShown, onItem, onMove, onRemove, onShow, fieldError } = props;
  const t = useText(wallText);
  const set = (change: Partial<PlaylistItem>) => {
    onItem({ ...item, ...change });
    if (!isShown) onShow();
  };
  return (
    <li class={`panel scene-item ${isShown ? 'scene-item-shown' : ''}`}>
      <div class="scene-line">
        <SelectField
          label={`${index + 1}. ${t('scene')}`}
          value={item.scene}
          choices={SCENES.map((scene) => ({ value: scene, label: t(scene) }))}
          onValue={(scene) => set({ scene })}
        />
        <TextField
          label={t('seconds')}
          value={String(item.seconds)}
          onValue={(seconds) => set({ seconds: Math.round(Number(seconds)) })}
          error={fieldError('seconds')}
          input={{ type: 'number', min: 5, max: 3600, required: true }}
        />
      </div>
      {item.scene === 'announcement' && <Notice item={item} set={set} fieldError={fieldError} />}
      <When item={item} set={set} />
      <div class="scene-tools">
        <Button size="small" onClick={onShow} label={`${t('show')}: ${t(item.scene)}`}>
          {t('show')}
        </Button>
        <Button size="small" look="plain" isDisabled={index === 0} onClick={() => onMove(index - 1)}>
          {t('up')}
        </Button>
        <Button size="small" look="plain" isDisabled={index === count - 1} onClick={() => onMove(index + 1)}>
          {t('down')}
        </Button>
        <Button size="small" look="plain" onClick={onRemove}>
          {t('removeScene')}
        </Button>
      </div>
    </li>
  );
}

interface PartProps {
  item: PlaylistItem;
  set: (change: Partial<PlaylistItem>) => void;
}

function When({ item, set }: PartProps) {
  const t = useText(wallText);
  return (
    <details class="details">
      <summary>
        {t('when')}: <span class="quiet">{useWhen(item)}</span>
      </summary>
      <div class="form">
        <Weekdays label={t('days')} days={item.days} onDays={(days) => set({ days })} />
        <p class="small quiet">{t('daysHint')}</p>
        <HoursFields hours={item} onHours={set} />
        <p class="small quiet">{t('hoursHint')}</p>
        <CheckField label={t('onWin')} isOn={item.onWin} onChange={(onWin) => set({ onWin })} />
      </div>
    </details>
  );
}

function Notice({ item, set, fieldError }: PartProps & Pick<ItemEditorProps, 'fieldError'>) {
  const t = useText(wallText);
  return (
    <div class="form">
      <TextField
        label={t('noticeTitle')}
        value={item.title}
        onValue={(title) => set({ title })}
        error={fieldError('title')}
        input={{ maxLength: 120 }}
      />
      <AreaField
        label={t('noticeText')}
        value={item.text}
        onValue={(text) => set({ text })}
        error={fieldError('text')}
        area={{ maxLength: 600 }}
      />
      <MediaField label={t('noticeImage')} shape={NOTICE} id={item.imageId} onId={(imageId) => set({ imageId })} />
    </div>
  );
}

/** "Thứ Hai, Thứ Ba · 08:00–12:00". */
function useWhen({ days, fromMinute, toMinute }: PlaylistItem): string {
  const t = useText(wallText);
  const names = weekdayNames(useLocale());
  const sorted = [...days].sort((a, b) => a - b).map((day) => names[day - 1]);
  const hours = fromMinute === toMinute ? '' : `${timeOf(fromMinute)}–${timeOf(toMinute)}`;
  return [sorted.join(', '), hours].filter(Boolean).join(' · ') || t('everyDay');
}
