namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A legal entity as somebody wants it to be, as it is stored: every step of a draft is a version.</summary>
/// <param name="Entity">The legal entity as it is wanted.</param>
/// <param name="Replaces">The version of the legal entity it was drafted for.</param>
/// <param name="MakerId">Who wants it.</param>
/// <param name="State">waiting, released, rejected or withdrawn.</param>
public sealed record LegalEntityDraftRecord(LegalEntityRecord Entity, long Replaces, string MakerId, string State)
{
    /// <summary>What is said where nothing can be decided, of what is unknown and what one may not see alike.</summary>
    public const string NothingWaits = "There is no such legal entity, or no draft of it that waits.";

    /// <summary>It waits for a second person.</summary>
    public const string Waiting = "waiting";

    /// <summary>A second person agreed, and it holds.</summary>
    public const string Released = "released";

    /// <summary>A second person said no.</summary>
    public const string Rejected = "rejected";

    /// <summary>Its maker took it back.</summary>
    public const string Withdrawn = "withdrawn";
}
