using BillingActors.Domain.Ledger;
using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>Which journal is wanted.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Chart">The chart in force.</param>
/// <param name="Format">For which program.</param>
/// <param name="IsByDay">One transaction per day and currency instead of one per event.</param>
public sealed record JournalOrder(
    BooksOf Entity, LocalDate From, LocalDate Until, ChartOfAccounts Chart, JournalFormat Format, bool IsByDay);
