using BillingActors.Domain.Mediation;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Mediation;

/// <summary>A part of a long call to be held.</summary>
/// <param name="Entry">The part as its file has it, its party being the account it is charged to.</param>
/// <param name="Part">What decides about it.</param>
public sealed record HeldPart(CallEntry Entry, CallPart Part)
{
    /// <summary>The call, over all sources.</summary>
    public (string Source, string CallId) Call => (Entry.Usage.Source, Entry.Usage.Id);
}
