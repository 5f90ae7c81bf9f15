using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Inbox;

namespace BillingActors.Gateway.Streams;

/// <summary>A record of a request: what is stored, or why it is not.</summary>
/// <param name="Id">What its source named it by, if that can be read.</param>
/// <param name="Record">What is stored; null where it is rejected.</param>
/// <param name="Code">Why it is rejected, as a code.</param>
/// <param name="Detail">Why, in words.</param>
internal sealed record IncomingRecord(string? Id, InboxRecord? Record, string? Code = null, string? Detail = null)
{
    public static IncomingRecord Rejected(string? id, string code, string detail) => new(id, null, code, detail);

    /// <summary>What the caller is told of it.</summary>
    public RecordResult At(int index) =>
        new(index, Id, Record is null ? "rejected" : "accepted", Code, Detail);
}
