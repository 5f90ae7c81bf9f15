namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>An open document on a statement.</summary>
/// <param name="ItemId">Its id.</param>
/// <param name="Number">The number it bears.</param>
/// <param name="Kind">What it came from.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="OriginalMinor">What it was for.</param>
/// <param name="AppliedMinor">What was settled of it.</param>
/// <param name="OpenMinor">What is left.</param>
/// <param name="Days">Its age in days; not positive where it is not due.</param>
/// <param name="DisputedMinor">What of it is disputed and not decided.</param>
public sealed record StatementItemView(
    string ItemId,
    string Number,
    string Kind,
    DateOnly IssuedOn,
    DateOnly DueOn,
    long OriginalMinor,
    long AppliedMinor,
    long OpenMinor,
    int Days,
    long DisputedMinor = 0);
