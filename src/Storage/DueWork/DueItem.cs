namespace BillingActors.Storage.DueWork;

/// <summary>
/// Something that must go on by itself: a run, an import, a long call, or the collection, the budget plan, the
/// collective bill, a payment to be drawn once more or a transfer of an account.
/// </summary>
/// <param name="Kind">
/// "bill-run", "import", "call", "collection", "budget", "collective", "retry" or "transfer".
/// </param>
/// <param name="Key">Its id.</param>
/// <param name="DueAt">When it is due.</param>
public sealed record DueItem(string Kind, string Key, DateTimeOffset DueAt);
