// What counts for everyone without a quota of their own (rule QT4).
import { formatMinor } from '../../../shared/money.ts';
import type { OfficeSettings } from '../../../shared/schemas/office.ts';
import { useUnits } from '../../kit/ui/formats.ts';
import { useText } from '../../kit/ui/locale.ts';
import { patchOffice } from '../calls.ts';
import { QuotaCell } from './QuotaCell.tsx';
import { quotaText } from './texts.ts';

interface DefaultQuotaProps {
  office: OfficeSettings;
  onOffice: (office: OfficeSettings) => void;
  onSaved: () => Promise<void>;
}

export function DefaultQuota({ office, onOffice, onSaved }: DefaultQuotaProps) {
  const t = useText(quotaText);
  const { currency } = useUnits();
  const { defaultQuotaMinor, defaultQuotaDeals, exponent } = office;
  const save = async (patch: { defaultQuota: string | null } | { defaultQuotaDeals: number | null }) => {
    onOffice(await patchOffice(patch));
    await onSaved();
  };
  return (
    <section class="panel" aria-labelledby="quota-default">
      <div class="panel-head">
        <h2 id="quota-default">{t('default')}</h2>
        <p class="quiet small">{t('defaultLead')}</p>
      </div>
      <div class="scroll">
        <table class="table grid-table">
          <thead>
            <tr>
              <th />
              <th>{t('revenue', { currency })}</th>
              <th>{t('dealCount')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('defaultRow')}</th>
              <td>
                <QuotaCell
                  name={t('defaultRow')}
                  metric="revenue"
                  amount={defaultQuotaMinor === null ? null : formatMinor(defaultQuotaMinor, exponent)}
                  onSave={(amount) => save({ defaultQuota: amount })}
                />
              </td>
              <td>
                <QuotaCell
                  name={t('defaultRow')}
                  metric="deals"
                  amount={defaultQuotaDeals === null ? null : String(defaultQuotaDeals)}
                  onSave={(amount) => save({ defaultQuotaDeals: amount === null ? null : Number(amount) })}
                />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
