using System.Collections.Immutable;

namespace BillingActors.Storage.Inbox;

/// <summary>An append worked out into sealed parts, in order of their partition, before any lock is held.</summary>
internal sealed record PreparedAppend(
    int Epoch, ImmutableArray<PreparedPart> Parts, InboxOperation? Operation = null)
{
    /// <summary>Records of all parts.</summary>
    public int RecordCount { get; } = Parts.Sum(part => part.RecordCount);

    /// <summary>Bytes of all parts.</summary>
    public long ByteCount { get; } = Parts.Sum(part => (long)part.Body.Length);
}
