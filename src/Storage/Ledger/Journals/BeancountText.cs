using BillingActors.Domain.Primitives;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>A journal for beancount; balances are asserted without any tolerance.</summary>
internal sealed class BeancountText(TextWriter output) : IJournalText
{
    public void Begin(JournalOrder order, IReadOnlyList<string> accounts, IReadOnlyList<Currency> currencies)
    {
        var from = IsoDay.Format(order.From);
        Line($"option \"title\" \"Journal of {order.Entity.EntityId}, {from} until {IsoDay.Format(order.Until)}\"");
        foreach (var currency in currencies)
            Line($"{from} commodity {currency.Code}");
        foreach (var account in accounts)
            Line($"{from} open {account}");
    }

    public void Add(LocalDate on, string what, Currency currency, IReadOnlyList<JournalLine> lines)
    {
        Line($"\n{IsoDay.Format(on)} * \"{what}\"");
        foreach (var line in lines)
            Line($"  {line.Account}  {JournalNames.Amount(line.AmountMinor, currency)}");
    }

    /// <summary>A balance holds at the beginning of its day, so it is that of the next one.</summary>
    public void Assert(LocalDate endOf, string account, Currency currency, long balanceMinor)
    {
        var (day, balance) = (IsoDay.Format(endOf.PlusDays(1)), JournalNames.Bare(balanceMinor, currency));
        Line($"\n{day} balance {account}  {balance} ~ 0 {currency.Code}");
    }

    // The same bytes on every machine.
    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
