namespace BillingActors.Storage.Worklists;

/// <summary>The states that end a row, and what the store itself notes on a row it resolves.</summary>
internal static class WorklistWords
{
    public const string DrivenAgain = "driven again";
    public const string CalculatedAgain = "calculated again";

    /// <summary>Refuses anything but a state that ends a row.</summary>
    public static void Check(string state)
    {
        if (state is not ("fixed" or "released" or "skipped" or "dropped"))
            throw new ArgumentException($"A row is resolved as fixed, released, skipped or dropped, not '{state}'.", nameof(state));
    }
}
