namespace BillingActors.Storage.Exports;

/// <summary>How far a long export is, as it is stored.</summary>
public static class ExportState
{
    /// <summary>Nobody has decided on it yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>Somebody agreed, and no program writes it yet.</summary>
    public const string Approved = "approved";

    /// <summary>A program writes it.</summary>
    public const string Working = "working";

    /// <summary>The file is there.</summary>
    public const string Done = "done";

    /// <summary>It could not be written.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody said no.</summary>
    public const string Rejected = "rejected";
}
