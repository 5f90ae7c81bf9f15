using BillingActors.Storage.Exports;

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
    /// <summary>How far it is, one of <see cref="ExportState"/>.</summary>
    public string State { get; init; } = ExportState.Waiting;

    /// <summary>Who said yes or no; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Rows that are written.</summary>
    public long WrittenCount { get; init; }

    /// <summary>When it was first written, or could not be.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether the file is with this program, and not with another one.</summary>
    public bool IsHere { get; init; }

    /// <summary>Who asked.</summary>
    public string MakerId => Export.Caller.PersonId;

    /// <summary>Whether it still becomes something else by itself.</summary>
    public bool IsMoving => State is ExportState.Approved or ExportState.Working;

    /// <summary>What of the list, as an address writes it; what was searched for stands in it.</summary>
    public string Filter => Export.Query.ToAddress();

    /// <summary>What people see change of it.</summary>
    public (string Id, string State, long WrittenCount, bool IsHere) Sight => (Id, State, WrittenCount, IsHere);
}
