namespace BillingActors.Storage.Exports;

/// <summary>A long export that was asked for.</summary>
/// <param name="JobId">Its id.</param>
/// <param name="MakerId">Who asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Wish">What is wanted, as its asker writes it; it lies sealed.</param>
public sealed record StoredExport(string JobId, string MakerId, DateTimeOffset AskedAt, string Wish)
{
    /// <summary>One of <see cref="ExportState"/>.</summary>
    public string State { get; init; } = ExportState.Waiting;

    /// <summary>Who said yes or no; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The program that writes it, or has its file.</summary>
    public string? HolderId { get; init; }

    /// <summary>Rows that are written.</summary>
    public long WrittenCount { get; init; }

    /// <summary>When it was first written, or could not be.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
