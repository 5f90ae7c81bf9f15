namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>A long list that becomes a file beside the pages: one person asks, another one agrees.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Export">What of which list, with the rights of who asked.</param>
/// <param name="File">The kind of file.</param>
/// <param name="Count">How many rows it had when it was asked for.</param>
/// <param name="Reason">Why, in the words of who asked.</param>
/// <param name="AskedAt">When.</param>
internal sealed record ExportJob(
    string Id, ListExport Export, ListFile File, long Count, string Reason, DateTimeOffset AskedAt)
{
    /// <summary>Nobody has decided on it yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Somebody agreed, and others are written first.</summary>
    public const string Approved = "approved";

    /// <summary>It is being written.</summary>
    public const string Working = "working";

    /// <summary>The file is there.</summary>
    public const string Done = "done";

    /// <summary>It could not be written.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody said no.</summary>
    public const string Rejected = "rejected";

    /// <summary>How far it is.</summary>
    public string State { get; init; } = Waiting;

    /// <summary>Who said yes or no; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Rows that are written.</summary>
    public long WrittenCount { get; init; }

    /// <summary>When it was written, or could not be.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who asked.</summary>
    public string MakerId => Export.Caller.PersonId;

    /// <summary>Whether it still becomes something else by itself.</summary>
    public bool IsMoving => State is Approved or Working;

    /// <summary>What of the list, as an address writes it; what was searched for stands in it.</summary>
    public string Filter => Export.Query.ToAddress();
}
