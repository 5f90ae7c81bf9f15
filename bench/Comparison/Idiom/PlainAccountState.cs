namespace BillingActors.Comparison.Idiom;

/// <summary>
/// What is kept of an account. It is as small as it can be and still do the work: sums instead of rated calls, ids of
/// calls of the open period alone, no journal, no history.
/// </summary>
[GenerateSerializer, Alias("comparison-account-state")]
public sealed class PlainAccountState
{
    /// <summary>Whether it was opened.</summary>
    [Id(0)]
    public bool IsOpen { get; set; }

    /// <summary>Ids of calls that are rated and on no bill.</summary>
    [Id(1)]
    public ISet<string> CallIds { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What those calls come to.</summary>
    [Id(2)]
    public decimal Unbilled { get; set; }

    /// <summary>Bills that are not paid: the day they end, and what is open.</summary>
    [Id(3)]
    public IList<PlainItem> Items { get; set; } = [];

    /// <summary>Payments, so that one that comes again is recognised.</summary>
    [Id(4)]
    public ISet<string> PaymentIds { get; set; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Money that is set against nothing.</summary>
    [Id(5)]
    public long OnAccountMinor { get; set; }
}
