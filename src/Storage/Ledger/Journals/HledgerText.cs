using BillingActors.Domain.Primitives;
using BillingActors.Storage.Json;
using NodaTime;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>A journal for hledger; it passes "check accounts ordereddates commodities".</summary>
internal sealed class HledgerText(TextWriter output) : IJournalText
{
    public void Begin(JournalOrder order, IReadOnlyList<string> accounts, IReadOnlyList<Currency> currencies)
    {
        Line($"; journal of {order.Entity.EntityId}, {IsoDay.Format(order.From)} until {IsoDay.Format(order.Until)}");
        // The point says where decimals begin, also where a currency has none.
        foreach (var currency in currencies)
            Line($"commodity 1000.{new string('0', currency.Exponent)} {currency.Code}");
        foreach (var account in accounts)
            Line($"account {account}");
    }

    public void Add(LocalDate on, string what, Currency currency, IReadOnlyList<JournalLine> lines)
    {
        Line($"\n{IsoDay.Format(on)} * {what}");
        foreach (var line in lines)
            Line($"    {line.Account}  {JournalNames.Amount(line.AmountMinor, currency)}");
    }

    public void Assert(LocalDate endOf, string account, Currency currency, long balanceMinor)
    {
        Line($"\n{IsoDay.Format(endOf)} * Balance of the subledger");
        Line($"    {account}  {JournalNames.Amount(0, currency)} = {JournalNames.Amount(balanceMinor, currency)}");
    }

    // The same bytes on every machine.
    private void Line(string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
