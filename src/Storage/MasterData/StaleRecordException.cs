namespace BillingActors.Storage.MasterData;

/// <summary>Another change was first: the record must be read again.</summary>
public sealed class StaleRecordException(MasterKind kind, string id)
    : Exception($"The {kind} '{id}' was changed by somebody else.")
{
    /// <summary>Kind of the record.</summary>
    public MasterKind Kind { get; } = kind;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;
}
