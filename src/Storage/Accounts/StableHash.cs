namespace BillingActors.Storage.Accounts;

/// <summary>
/// FNV-1a over the characters: the same in every process and for ever, unlike a string's own hash code.
/// </summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 16777619u);
        return hash;
    }
}
