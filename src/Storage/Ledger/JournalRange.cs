namespace BillingActors.Storage.Ledger;

/// <summary>Which days of a journal are written, and how.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Format">For which program.</param>
/// <param name="IsByDay">One transaction per day and currency instead of one per event.</param>
public sealed record JournalRange(DateOnly From, DateOnly Until, JournalFormat Format, bool IsByDay);
