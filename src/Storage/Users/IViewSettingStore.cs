namespace BillingActors.Storage.Users;

/// <summary>How each person wants lists of the console to look: small texts by name, nobody else's business.</summary>
public interface IViewSettingStore
{
    /// <summary>Characters of a value at most.</summary>
    const int LengthMax = 4000;

    /// <summary>What the person chose, or null.</summary>
    Task<string?> Find(string personId, string name, CancellationToken cancellation);

    /// <summary>Keeps a choice over the one before.</summary>
    Task Save(string personId, string name, string value, CancellationToken cancellation);
}
