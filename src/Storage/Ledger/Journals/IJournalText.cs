using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Storage.Ledger.Journals;

/// <summary>How one program wants its journal.</summary>
internal interface IJournalText
{
    /// <summary>What the file is, and every account and currency in it.</summary>
    void Begin(JournalOrder order, IReadOnlyList<string> accounts, IReadOnlyList<Currency> currencies);

    /// <summary>A transaction in one currency; its lines sum to zero.</summary>
    void Add(LocalDate on, string what, Currency currency, IReadOnlyList<JournalLine> lines);

    /// <summary>What an account must have at the end of a day.</summary>
    void Assert(LocalDate endOf, string account, Currency currency, long balanceMinor);
}
