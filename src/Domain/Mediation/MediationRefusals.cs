using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Mediation;

/// <summary>Every "no" of records on their way from a network to their rating.</summary>
public static class MediationRefusals
{
    /// <summary>A number that no part has.</summary>
    public static Refusal PartNumber { get; } = new(
        "call-part-number", $"Parts of a call are numbered from 1 to {CallPart.NumberMax}.");

    /// <summary>Nobody has the service point on the day, or there is no such account.</summary>
    public static Refusal PartyUnknown { get; } = new(
        "party-unknown", "No account and no contract bears the charged party on that day.");

    /// <summary>A part came before and said something else.</summary>
    public static Refusal PartConflict(int number) => new(
        "call-part-conflict", Told($"Part {number} of the call came before and said something else."));

    /// <summary>A part behind the last one.</summary>
    public static Refusal PartAfterLast(int number) => new(
        "call-part-conflict", Told($"Part {number} does not fit the part that was the last of the call."));

    /// <summary>Parts that belong to different calls.</summary>
    public static Refusal PartsDiffer(int number) => new(
        "call-parts-differ",
        Told($"Part {number} has another party, kind or number called than the other parts of the call."));

    /// <summary>A part of a call that is no longer open.</summary>
    public static Refusal CallEnded(string parts) => new(
        "call-ended", $"The call was closed with the parts {parts}.");

    private static string Told(FormattableString text) => FormattableString.Invariant(text);
}
