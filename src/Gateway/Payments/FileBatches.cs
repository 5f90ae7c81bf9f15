namespace BillingActors.Gateway.Payments;

/// <summary>
/// The batches a file of payments is posted as. They are named by its bytes, and so are the receipts in them: the same
/// file has its effect once, through whichever door it comes again.
/// </summary>
internal static class FileBatches
{
    /// <summary>Where payments of a batch come from.</summary>
    public const string Source = "batch";

    /// <summary>The most payments of a batch.</summary>
    public const int LineCountMax = 5_000;

    private const int HashLength = 24;

    /// <summary>As much of a hash as names a file.</summary>
    public static string Short(byte[] sha256) => Convert.ToHexStringLower(sha256)[..HashLength];

    /// <summary>Name of a batch: of this file, in this currency, so many batches after the first.</summary>
    public static string Name(string hash, string currency, int index) =>
        $"file-{hash}-{currency.ToLowerInvariant()}"
            + (index == 0 ? "" : FormattableString.Invariant($"-{index + 1}"));

    /// <summary>Name of the receipt of a line, from 1.</summary>
    public static string Receipt(string batchId, int line) => FormattableString.Invariant($"{batchId}.{line}");
}
